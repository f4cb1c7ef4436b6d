import { request as send } from "node:http";

export type Answer = Readonly<{ status: number; location: string; body: string }>;

/** What an answer means to who asked. */
export type Verdict = "open" | "sign in" | "refused" | "no such button" | "broken" | "against the policy";

let asked = 0;
/** Each request comes from elsewhere: how much one address may ask is not what is tried. */
function anotherAddress(): string {
  asked += 1;
  return `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`;
}

/** Asks the server as a browser with that cookie does; a form where there is one. */
export function ask(origin: string, path: string, cookie: string, form?: URLSearchParams): Promise<Answer> {
  const body = form?.toString();
  return new Promise((resolve, reject) => {
    const sent = send(
      new URL(path, origin),
      {
        method: body === undefined ? "GET" : "POST",
        headers: {
          "x-forwarded-for": anotherAddress(),
          ...(cookie ? { cookie } : {}),
          ...(body === undefined ? {} : { origin, "content-type": "application/x-www-form-urlencoded" }),
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.once("error", reject);
        answer.once("end", () =>
          resolve({
            status: answer.statusCode!,
            location: answer.headers.location ?? "",
            body: Buffer.concat(parts).toString("utf8"),
          }),
        );
      },
    );
    // A kept connection that the server closed in the same moment took nothing: it is asked anew.
    sent.once("error", (error: NodeJS.ErrnoException) =>
      sent.reusedSocket && error.code === "ECONNRESET"
        ? resolve(ask(origin, path, cookie, form))
        : reject(error),
    );
    sent.end(body);
  });
}

const UNKNOWN_BUTTON = "この操作はできません";

export function verdictOf({ status, location, body }: Answer): Verdict {
  if (status >= 500 || status === 429) return "broken";
  // A page without an action takes no form at all.
  if (status === 405 || (status === 400 && body.includes(UNKNOWN_BUTTON))) return "no such button";
  if (status >= 300 && status < 400 && location.startsWith("/sign-in")) return "sign in";
  return [400, 401, 403, 404].includes(status) ? "refused" : "open";
}

/** Works on all of them, so many at a time. */
export async function inParallel<One>(all: readonly One[], width: number, work: (one: One) => Promise<void>) {
  const rest = all.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const one of rest) await work(one);
    }),
  );
}
