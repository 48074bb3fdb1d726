// The tokens of POSIX sh, XCU 2.3, with bash's own. A word without substitutions is one token; any
// other is several, with GLUE between them. ShellTokens, which drives this lexer, chooses the modes,
// knows reserved words by their position, and takes apart what the dialect at hand does not have.
lexer grammar ShellLexer;

tokens {
  GLUE, PARENS, ARRAY_OPEN, ARITH_OPEN, ARITH_CLOSE,
  IF, THEN, ELIF, ELSE, FI, DO, DONE, CASE, ESAC, IN, FOR, SELECT, WHILE, UNTIL, FUNCTION,
  PREFIX, LBRACE, RBRACE, COND_OPEN, COND_CLOSE, MISPLACED
}

AND_IF       : '&&' ;
OR_IF        : '||' ;
SEMI         : ';' ;
CASE_END     : ';;' | ';&' | ';;&' ;
PIPE         : '|' | '|&' ;
AMP          : '&' ;
LPAREN       : '(' ;
RPAREN       : ')' ;
NEWLINE      : '\r'* '\n' ;
BLANKS       : ( [ \t\r] | '\\' '\r'? '\n' )+ -> skip ;
REDIRECT     : [0-9]* ( '<' | '>' | '>>' | '>|' | '<>' | '<&' | '>&' ) ;
AND_REDIRECT : '&>' | '&>>' ;
HERE         : [0-9]* '<<' '-'? ;
HERE_STRING  : [0-9]* '<<<' ;
PROCESS_OPEN : '<(' | '>(' ;
COMMENT      : '#' ~[\n]* ;

WORD         : START PART* ;
COMMAND_OPEN : '$(' ;
ARITH_DOLLAR : '$((' ;
PARAM_OPEN   : '${' ;
QUOTE_OPEN   : '"' ;
ANSI         : ANSI_QUOTED ;
BACKQUOTED   : BACKQUOTES ;
DOLLAR       : '$' ;
BAD          : . ;

fragment START       : ~[ \t\r\n#;|&<>()`"'\\$] | '\\' ( ~[\r\n] | EOF ) | QUOTED ;
fragment PART        : ~[ \t\r\n;|&<>()`"'\\$] | '\\' ( ~[\r\n] | '\r'? '\n' | EOF ) | QUOTED ;
fragment QUOTED      : SINGLE | DOUBLE | EXPANSION ;
fragment SINGLE      : '\'' ~[']* '\'' ;
fragment DOUBLE      : '"' ( ~["\\`$] | '\\' . | EXPANSION | LOOSE )* '$'? '"' ;
fragment LOOSE       : '$' ~["\\`$({A-Za-z_0-9@*#?!-] ;
fragment ANSI_QUOTED : '$\'' ( ~['\\] | '\\' . )* '\'' ;
fragment BACKQUOTES  : '`' ( ~[`\\] | '\\' . )* '`' ;
fragment EXPANSION
  : '$' [A-Za-z_] [A-Za-z_0-9]*
  | '$' [0-9@*#?$!-]
  | '${' [A-Za-z_0-9@*#?!-] ~[}`$"'{\\]* '}'
  ;

// The rest of a word, right after one of its pieces.
mode PIECE;
PIECE_WORD         : PART+ -> type(WORD) ;
PIECE_COMMAND_OPEN : '$(' -> type(COMMAND_OPEN) ;
PIECE_ARITH        : '$((' -> type(ARITH_DOLLAR) ;
PIECE_PARAM_OPEN   : '${' -> type(PARAM_OPEN) ;
PIECE_QUOTE_OPEN   : '"' -> type(QUOTE_OPEN) ;
PIECE_ANSI         : ANSI_QUOTED -> type(ANSI) ;
PIECE_BACKQUOTED   : BACKQUOTES -> type(BACKQUOTED) ;
PIECE_DOLLAR       : '$' -> type(DOLLAR) ;
PIECE_BAD          : . -> type(BAD) ;

// Between double quotes that hold a substitution, and in a here-document.
mode QUOTES;
QUOTE_TEXT         : ( ~["\\`$] | '\\' . | EXPANSION )+ | '$' | '\\' ;
QUOTE_CLOSE        : '"' ;
QUOTE_COMMAND_OPEN : '$(' -> type(COMMAND_OPEN) ;
QUOTE_ARITH        : '$((' -> type(ARITH_DOLLAR) ;
QUOTE_PARAM_OPEN   : '${' -> type(PARAM_OPEN) ;
QUOTE_BACKQUOTED   : BACKQUOTES -> type(BACKQUOTED) ;
QUOTE_BAD          : '`' -> type(BAD) ;

// In a parameter expansion that is more than a name and a plain word.
mode PARAM;
PARAM_TEXT         : ( ~["'\\`$}] | '\\' . | SINGLE | ANSI_QUOTED | EXPANSION )+ | '$' ;
PARAM_CLOSE        : '}' ;
PARAM_QUOTE_OPEN   : '"' -> type(QUOTE_OPEN) ;
PARAM_COMMAND_OPEN : '$(' -> type(COMMAND_OPEN) ;
PARAM_ARITH        : '$((' -> type(ARITH_DOLLAR) ;
PARAM_PARAM_OPEN   : '${' -> type(PARAM_OPEN) ;
PARAM_BACKQUOTED   : BACKQUOTES -> type(BACKQUOTED) ;
PARAM_BAD          : . -> type(BAD) ;

// The same between double quotes, where a single quote is a character.
mode QUOTED_PARAM;
QP_TEXT            : ( ( ~["\\`$}] | '\\' . | EXPANSION )+ | '$' ) -> type(PARAM_TEXT) ;
QP_CLOSE           : '}' -> type(PARAM_CLOSE) ;
QP_QUOTE_OPEN      : '"' -> type(QUOTE_OPEN) ;
QP_COMMAND_OPEN    : '$(' -> type(COMMAND_OPEN) ;
QP_ARITH           : '$((' -> type(ARITH_DOLLAR) ;
QP_PARAM_OPEN      : '${' -> type(PARAM_OPEN) ;
QP_BACKQUOTED      : BACKQUOTES -> type(BACKQUOTED) ;
QP_BAD             : . -> type(BAD) ;

// Arithmetic; ShellTokens counts its parentheses.
mode ARITH;
ARITH_TEXT         : ( ~[()"'\\`$] | '\\' . | SINGLE | EXPANSION )+ | '$' ;
ARITH_LPAREN       : '(' ;
ARITH_RPAREN       : ')' ;
ARITH_QUOTE_OPEN   : '"' -> type(QUOTE_OPEN) ;
ARITH_COMMAND_OPEN : '$(' -> type(COMMAND_OPEN) ;
ARITH_ARITH        : '$((' -> type(ARITH_DOLLAR) ;
ARITH_PARAM_OPEN   : '${' -> type(PARAM_OPEN) ;
ARITH_BACKQUOTED   : BACKQUOTES -> type(BACKQUOTED) ;
ARITH_BAD          : . -> type(BAD) ;
