@echo off
rem Starts Plimsoll with PLIMSOLL_JAVA_HOME, else JAVA_HOME, else java on PATH; 17 or newer.
rem JAVA_OPTS and PLIMSOLL_JAVA_OPTS are options for the JVM. No archive of loaded classes is used here.
setlocal
set "DIST=%~dp0.."
set "JAVA="
if defined PLIMSOLL_JAVA_HOME set "JAVA=%PLIMSOLL_JAVA_HOME%\bin\java.exe"
if not defined JAVA if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if not defined JAVA for %%J in (java.exe) do set "JAVA=%%~$PATH:J"
if not defined JAVA goto :missing
if not exist "%JAVA%" goto :missing
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=error:stderr -Dfile.encoding=UTF-8 -Djava.awt.headless=true %JAVA_OPTS% %PLIMSOLL_JAVA_OPTS% -cp "%DIST%\lib\plimsoll-cli.jar" dev.plimsoll.cli.Main %*
exit /b %ERRORLEVEL%

:missing
echo plimsoll: no JVM found. 1>&2
echo plimsoll: Looked at PLIMSOLL_JAVA_HOME, JAVA_HOME and java.exe on PATH. 1>&2
echo plimsoll: Install a JDK of version 17 or newer, or set PLIMSOLL_JAVA_HOME to one. 1>&2
exit /b 2
