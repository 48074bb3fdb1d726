// POSIX words and operators, XCU 2.3. What this first grammar does not read becomes UNREAD, and with
// it the script: command substitution, compound commands, heredocs.
lexer grammar ShellLexer;

AND_IF     : '&&' ;
OR_IF      : '||' ;
SEMICOLON  : ';' ;
PIPE       : '|' ;
BACKGROUND : '&' ;
LINE_BREAK : '\r'? '\n' ;
BLANKS     : [ \t]+ -> channel(HIDDEN) ;
REDIRECT   : [0-9]* ('>' | '>>' | '<' | '>|' | '<>') | '&>' | '&>>' ;
DUPLICATE  : [0-9]* ('>' | '<') '&' ([0-9]+ '-'? | '-') ;
COMMENT    : '#' ~[\n]* -> channel(HIDDEN) ;
WORD       : START PART* ;
HEREDOC    : '<<' -> type(UNREAD) ;
UNREAD     : . ;

fragment START : ~[ \t\r\n#;|&<>()`"'\\$] | QUOTED ;
fragment PART  : ~[ \t\r\n;|&<>()`"'\\$] | QUOTED ;
fragment QUOTED
  : '\'' ~[']* '\''
  | '"' ( ~["\\`$] | '\\' . | DOLLAR | '$' ~["\\`$({A-Za-z_0-9@*#?!-] )* '$'? '"'
  | '\\' .
  | DOLLAR
  ;
fragment DOLLAR
  : '$' [A-Za-z_] [A-Za-z_0-9]*
  | '$' [0-9@*#?$!-]
  | '${' ~[}`$"'{\\]* '}'
  ;
