/** What a page was brought to fill in an entry with, handed on to the next page: the link of a check, or of an entry before. */
export function onward(query: URLSearchParams): string {
  const brought = ["check", "before"].flatMap((name) => {
    const token = query.get(name);
    return token ? [[name, token]] : [];
  });
  return brought.length > 0 ? `?${new URLSearchParams(brought)}` : "";
}
