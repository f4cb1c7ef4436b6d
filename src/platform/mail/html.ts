const ADDRESS = /https?:\/\/[^\s<>"'（）「」、。]+/g;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A line with its addresses as links. */
function withLinks(line: string): string {
  const found = [...line.matchAll(ADDRESS)];
  const rest = found.map(({ 0: address, index }, at) => {
    const end = found[at + 1]?.index ?? line.length;
    const link = escaped(address);
    return `<a href="${link}" style="color:#0017c1">${link}</a>${escaped(line.slice(index + address.length, end))}`;
  });
  return escaped(line.slice(0, found[0]?.index ?? line.length)) + rest.join("");
}

/**
 * The same mail as HTML, beside its text: paragraphs, lines and links, and nothing that is fetched from anywhere. An
 * empty line parts two paragraphs.
 */
export function htmlOf(body: string): string {
  const paragraphs = body
    .split(/\n{2,}/)
    .map((part) => part.split("\n").map(withLinks).join("<br>\n"))
    .map((part) => `<p style="margin:0 0 1em">${part}</p>`);
  const style = "max-width:40em;font-family:sans-serif;font-size:16px;line-height:1.7;color:#1a1a1a";
  return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body><div style="${style}">\n${paragraphs.join("\n")}\n</div></body></html>\n`;
}
