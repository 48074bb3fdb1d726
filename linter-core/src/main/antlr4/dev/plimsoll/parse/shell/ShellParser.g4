// Lists and pipelines of simple commands, XCU 2.9.1 to 2.9.3.
parser grammar ShellParser;

options { tokenVocab = ShellLexer; }

script : separator* ( pipeline ( separator+ pipeline )* separator* )? EOF ;
separator : AND_IF LINE_BREAK* | OR_IF LINE_BREAK* | SEMICOLON | BACKGROUND | LINE_BREAK ;
pipeline : command ( PIPE LINE_BREAK* command )* ;
command : ( WORD | redirection )+ ;
redirection : REDIRECT WORD | DUPLICATE ;
