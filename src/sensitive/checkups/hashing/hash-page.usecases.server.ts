import { createHash } from "node:crypto";
import { HASH_PAGE as WORDS } from "./hash-page.messages.ts";
import {
  foldDay,
  foldText,
  IDENTITY_NAMES,
  identityParts,
  identityText,
  plainHead,
  staysInFile,
  withKey,
} from "./identity-key.rules.ts";

/** What the page does, as its browser runs it. It can reach nothing outside: its policy allows no connection at all. */
function inBrowser(
  names: Readonly<Record<string, readonly string[]>>,
  words: Readonly<Record<string, string>>,
): void {
  const byId = (id: string) => document.getElementById(id) as HTMLInputElement;
  const say = (text: string) => {
    byId("said").textContent = text;
  };
  const rowsOf = (text: string, delimiter: string): string[][] => {
    const rows: string[][] = [];
    let row: string[] = [];
    let cell = "";
    let quoted = false;
    for (let i = 0; i < text.length; i++) {
      const letter = text[i]!;
      if (quoted) {
        if (letter === '"' && text[i + 1] === '"') {
          cell += '"';
          i++;
        } else if (letter === '"') quoted = false;
        else cell += letter;
      } else if (letter === '"' && cell === "") quoted = true;
      else if (letter === delimiter) {
        row.push(cell);
        cell = "";
      } else if (letter === "\n") {
        row.push(cell.replace(/\r$/, ""));
        rows.push(row);
        row = [];
        cell = "";
      } else cell += letter;
    }
    if (cell !== "" || row.length > 0) rows.push([...row, cell]);
    return rows;
  };
  const decode = (bytes: ArrayBuffer): string => {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder("shift_jis").decode(bytes);
    }
  };
  const work = async () => {
    const file = byId("file").files?.[0];
    const secret = byId("key").value.normalize("NFKC");
    if (!file || secret.length < 16) return say(words.needs!);
    const text = decode(await file.arrayBuffer()).replace(/^\uFEFF/, "");
    if (text.startsWith("PK") || /^\s*</.test(text)) return say(words.documents!);
    const first = text.slice(0, text.indexOf("\n"));
    const delimiter = first.split("\t").length > first.split(",").length ? "\t" : ",";
    const rows = rowsOf(text, delimiter);
    // The header is the line that tells of most: titles may stand above it.
    const told = (cells: readonly string[]) =>
      identityParts(cells, names).filter((part) => part !== undefined).length;
    let head = 0;
    for (let i = 1; i < Math.min(rows.length, 20); i++) if (told(rows[i]!) > told(rows[head]!)) head = i;
    const header = rows[head] ?? [];
    const parts = identityParts(header, names);
    if (told(header) < 2 || parts.every(staysInFile)) return say(words.noHeader!);
    const key = await crypto.subtle.importKey(
      "raw",
      new TextEncoder().encode(secret),
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign"],
    );
    const quote = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    const lines = [withKey(parts, header, words.column!, true).map(quote).join(",")];
    let without = 0;
    for (const cells of rows.slice(head + 1)) {
      if (cells.every((cell) => cell.trim() === "")) continue;
      const who: Record<string, string> = {};
      parts.forEach((part, at) => {
        if (part && part !== "other" && !who[part]) who[part] = cells[at] ?? "";
      });
      const identity = identityText(who);
      if (identity === "") without += 1;
      const bytes =
        identity === ""
          ? []
          : [...new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(identity)))];
      const hash = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
      lines.push(withKey(parts, cells, hash, false).map(quote).join(","));
    }
    const link = byId("done") as unknown as HTMLAnchorElement;
    link.href = URL.createObjectURL(new Blob([`\uFEFF${lines.join("\r\n")}\r\n`], { type: "text/csv" }));
    link.download = file.name.replace(/\.[^.]*$/, "") + words.suffix!;
    link.hidden = false;
    say(words.made!.replace("{n}", String(lines.length - 1)).replace("{without}", String(without)));
  };
  byId("make").addEventListener("click", () => void work().catch((error) => say(String(error))));
}

/** The page as one file that needs nothing else: a provider keeps it, and opens it without any network. */
export function hashPage(): string {
  const functions = [
    plainHead,
    identityParts,
    foldText,
    foldDay,
    identityText,
    staysInFile,
    withKey,
    inBrowser,
  ];
  const script = [
    ...functions.map(String),
    `inBrowser(${JSON.stringify(IDENTITY_NAMES)}, ${JSON.stringify(WORDS.said)});`,
  ].join("\n");
  const digest = createHash("sha256").update(script).digest("base64");
  const policy = `default-src 'none'; script-src 'sha256-${digest}'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'`;
  return `<!doctype html>
<html lang="ja"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${WORDS.title}</title>
<style>body{font:16px/1.7 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}label{display:block;margin:1rem 0 .3rem;font-weight:bold}input,button{font:inherit;padding:.5rem;min-height:44px}#done{display:inline-block;margin-top:1rem}</style>
</head><body><main>
<h1>${WORDS.title}</h1>
${WORDS.paragraphs.map((text) => `<p>${text}</p>`).join("\n")}
<label for="key">${WORDS.key}</label><input id="key" type="password" autocomplete="off" size="40">
<label for="file">${WORDS.file}</label><input id="file" type="file" accept=".csv,.tsv,.txt">
<p><button id="make" type="button">${WORDS.make}</button></p>
<p id="said" role="status"></p>
<a id="done" hidden>${WORDS.save}</a>
</main><script>${script}</script></body></html>
`;
}
