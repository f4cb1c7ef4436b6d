/** A browser as the server sees one: it keeps its cookies and comes from one address. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly address: string;

  constructor(address = "192.0.2.1") {
    this.address = address;
  }

  get headers(): Headers {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Headers({
      "user-agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/140",
      ...(cookie ? { cookie } : {}),
    });
  }

  /** Takes the cookies of an answer; one that ends at once is forgotten. */
  take(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split("; ");
      const at = pair.indexOf("=");
      if (attributes.includes("Max-Age=0")) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
