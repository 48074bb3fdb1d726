// POSIX sh, XCU 2.10, with bash's own commands. The next token alone makes every choice, so that the
// generated parser never predicts. ShellReader goes on after what closes nothing; BlockBuilder
// refuses empty lists where a command must stand.
parser grammar ShellParser;

options { tokenVocab = ShellLexer; }

script : list EOF ;
heredoc : quotePart* EOF ;

list : chain? ( ( SEMI | AMP | NEWLINE | MISPLACED | BAD ) chain? )* ;
chain : pipeline ( ( AND_IF | OR_IF ) NEWLINE* pipeline )* ;
pipeline : PREFIX* command ( PIPE NEWLINE* PREFIX* command )* ;

command
  : simple
  | compound redirection*
  | function
  ;
simple
  : word ( functionTail | ( word | redirection )* )
  | redirection ( word | redirection )*
  ;
function : FUNCTION word PARENS? NEWLINE* functionBody ;
functionTail : PARENS NEWLINE* functionBody ;
functionBody : compound redirection* | simple ;
redirection : ( REDIRECT | AND_REDIRECT | HERE_STRING | HERE ) word ;

compound
  : LBRACE list RBRACE                                              # group
  | LPAREN list RPAREN                                              # subshell
  | IF list THEN list ( ELIF list THEN list )* ( ELSE list )? FI    # if
  | ( WHILE | UNTIL ) list DO list DONE                             # loop
  | ( FOR | SELECT ) forHead ( DO list DONE | LBRACE list RBRACE )  # for
  | CASE word NEWLINE* IN NEWLINE* caseArms? ESAC                   # case
  | COND_OPEN conditionPart* COND_CLOSE                             # condition
  | ARITH_OPEN arithmeticPart* ARITH_CLOSE                          # arithmetic
  ;
forHead
  : word NEWLINE* ( IN word* ( SEMI | NEWLINE ) NEWLINE* | SEMI NEWLINE* )?
  | ARITH_OPEN arithmeticPart* ARITH_CLOSE SEMI? NEWLINE*
  ;
caseArms : caseArm ( CASE_END NEWLINE* caseArm? )* ;
caseArm : LPAREN? word ( PIPE word )* RPAREN list ;
conditionPart : word | AND_IF | OR_IF | LPAREN | RPAREN | REDIRECT | NEWLINE ;

word : piece ( GLUE piece )* ;
piece
  : WORD | DOLLAR | ANSI | BACKQUOTED
  | quoted | parameter | commandSubstitution | arithmeticExpansion | array
  ;
array : ARRAY_OPEN ( word | NEWLINE )* RPAREN ;
quoted : QUOTE_OPEN quotePart* QUOTE_CLOSE ;
quotePart
  : QUOTE_TEXT | BACKQUOTED | parameter | commandSubstitution | arithmeticExpansion
  ;
parameter
  : PARAM_OPEN ( PARAM_TEXT | BACKQUOTED | quoted | parameter | commandSubstitution
      | arithmeticExpansion )* PARAM_CLOSE
  ;
commandSubstitution : ( COMMAND_OPEN | PROCESS_OPEN ) list RPAREN ;
arithmeticExpansion : ARITH_DOLLAR arithmeticPart* ARITH_CLOSE ;
arithmeticPart
  : ARITH_TEXT | ARITH_LPAREN | ARITH_RPAREN | BACKQUOTED
  | quoted | parameter | commandSubstitution | arithmeticExpansion
  ;
