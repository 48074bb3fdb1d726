// The physical structure of a Dockerfile: what BuildKit's parser decides line by line. The text of an
// instruction is joined over its continuations and split into words afterwards, as BuildKit does.
//
// There is one mode for each escape character, so that no rule needs a predicate (a state reached
// through one is never cached). LineTokens switches the modes, and adds the HEREDOC tokens.
lexer grammar DockerfileLexer;

tokens { HEREDOC }

// At the start of a line.
LINE_BREAK : '\r'* '\n' ;
BLANKS     : SPACE+ ;
COMMENT    : '#' ~[\n]* ;
OTHER      : ~[\n#] ; // an instruction begins: LineTokens leaves this mode before it

// What BuildKit's language calls a space, without the line feed.
fragment SPACE : [ \t\u000B\f\r\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000] ;

mode BACKSLASH;
BS_LINE_BREAK   : '\r'* '\n' -> type(LINE_BREAK) ;
CONTINUATION    : '\\' [ \t]* '\r'* ('\n' | EOF) ;
TEXT            : ~[\\\r\n]+ | '\\' '\\'+ | '\\' | '\r'+ ;

mode BACKTICK;
BT_LINE_BREAK   : '\r'* '\n' -> type(LINE_BREAK) ;
BT_CONTINUATION : '`' [ \t]* '\r'* ('\n' | EOF) -> type(CONTINUATION) ;
BT_TEXT         : (~[`\r\n]+ | '`' '`'+ | '`' | '\r'+) -> type(TEXT) ;

// A line after a continuation that is a comment or blank: it vanishes.
mode BETWEEN;
SKIPPED_COMMENT : SPACE* '#' ~[\n]* ('\n' | EOF) ;
SKIPPED_BLANK   : SPACE* '\n' ;
