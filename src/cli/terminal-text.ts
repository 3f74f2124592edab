/** Text of others as it may stand in a terminal: control characters, which could steer it, become spaces. Offsets stay. */
export function terminalText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, " ");
}

/** The same as one line: a title or id with line ends in it. */
export function terminalLine(text: string): string {
  return terminalText(text).replace(/\s+/g, " ").trim();
}
