import { connect, type Socket } from "node:net";

/** Where clamd listens: a path of a socket, or `host:port`. */
let place: string | undefined;

/** Sets the scanner of the process (`YUI_CLAMD`); without one nothing is scanned. */
export const setScanner = (clamd: string | undefined): void => {
  place = clamd;
};
export const isScanning = (): boolean => place !== undefined;

export type Scan = Readonly<{ found: string | undefined }>;

/** The scanner is away: nothing is known of any file. */
export class ScannerAway extends Error {}
/** It does not look at this one file, which may be longer than it takes (`StreamMaxLength`). */
export class ScanRefused extends Error {}

/** A large file on a busy machine takes seconds; a scanner that says nothing for so long is away. */
const SILENCE_MS = 60_000;
const LONGEST_ANSWER = 4096;

/**
 * Has clamd look at a content, by its INSTREAM command (clamd(8)): `zINSTREAM\0`, then each piece behind its length in
 * four bytes, a length of zero, and the answer `stream: OK` or `stream: <name> FOUND`.
 */
export async function scan(content: AsyncIterable<Uint8Array>): Promise<Scan> {
  const answer = await ask(async function* () {
    yield Buffer.from("zINSTREAM\0");
    for await (const piece of content) {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.length);
      if (piece.length > 0) yield Buffer.concat([length, piece]);
    }
    yield Buffer.alloc(4);
  });
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found === undefined && answer !== "stream: OK") throw new ScanRefused(answer);
  return { found };
}

/** The version of the scanner and of what it knows, as it tells them. */
export const scannerVersion = (): Promise<string> =>
  ask(async function* () {
    yield Buffer.from("zVERSION\0");
  });

async function ask(said: () => AsyncIterable<Uint8Array>): Promise<string> {
  const socket = open(place ?? "");
  const heard = answerOf(socket);
  // Met below; a scanner that breaks off tells why before all has been sent.
  heard.catch(() => undefined);
  try {
    for await (const part of said()) {
      if (socket.destroyed || socket.readableEnded) break;
      if (!socket.write(part)) await Promise.race([drained(socket), heard]);
    }
    return await heard;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall || error instanceof ScannerAway)
      throw new ScannerAway((error as Error).message);
    throw error;
  } finally {
    socket.destroy();
  }
}

function open(where: string): Socket {
  const address = /^(.+):(\d+)$/.exec(where);
  const socket = address
    ? connect({ host: address[1]!.replace(/^\[|\]$/g, ""), port: Number(address[2]) })
    : connect(where);
  return socket.setTimeout(SILENCE_MS, () => socket.destroy(new ScannerAway("the scanner says nothing")));
}

const drained = (socket: Socket) => new Promise<void>((resolve) => socket.once("drain", resolve));

/** What it answers up to the zero that ends it, also where it breaks off before all was sent. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    socket.on("data", (part: Buffer) => {
      text += part.toString("utf8");
      if (text.length > LONGEST_ANSWER) socket.destroy(new ScannerAway("the scanner says too much"));
      if (text.includes("\0")) resolve(text.slice(0, text.indexOf("\0")).trim());
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new ScannerAway("the scanner broke off")));
  });
}
