/** The last part of a path, without what a file system or a header could trip over. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!.normalize("NFC");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
  const clean = last.replace(/[\u0000-\u001f\u007f"*:<>?|\u202a-\u202e\u2066-\u2069]/g, "").trim();
  return clean === "" || clean.startsWith(".") ? `file${clean}` : clean.slice(-150);
}

/** What follows the last dot, which tells the kind of file. */
export const endingOf = (name: string): string => name.split(".").at(-1)!.toLowerCase();
