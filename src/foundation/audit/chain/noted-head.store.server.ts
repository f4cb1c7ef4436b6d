import { createSocket } from "node:dgram";
import { appendFile, open, readFile, stat } from "node:fs/promises";
import { hostname } from "node:os";
import type { HeadsLine } from "./noted-head.rules.ts";

/** The file of heads as it stands; empty where there is none yet. */
export async function readHeadsFile(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return "";
  }
}

/** So much of the end of the file holds its last line, of a house of thousands of areas. */
const LONGEST_LINE = 4 * 1024 ** 2;

/** The last line of the file of heads, as text; undefined where there is none. */
export async function readLastLine(file: string): Promise<string | undefined> {
  const { size } = await stat(file).catch(orNone);
  if (size === 0) return undefined;
  const opened = await open(file);
  try {
    const length = Math.min(size, LONGEST_LINE);
    const { buffer } = await opened.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString("utf8").trimEnd().split("\n").at(-1);
  } finally {
    await opened.close();
  }
}

function orNone(error: NodeJS.ErrnoException): { size: number } {
  if (error.code !== "ENOENT") throw error;
  return { size: 0 };
}

export const appendHeads = (file: string, line: HeadsLine): Promise<void> =>
  appendFile(file, `${JSON.stringify(line)}\n`, { mode: 0o600, flush: true });

/** RFC 5424 over UDP, one message a head, so that none is cut: facility "log audit", severity "notice". */
export async function sendToSyslog(address: string, { at, heads }: HeadsLine): Promise<void> {
  const { hostname: host, port } = new URL(address);
  const socket = createSocket(host.includes(":") ? "udp6" : "udp4");
  try {
    for (const [area, seq, hash] of heads) {
      const text = `<109>1 ${at} ${hostname()} yui - audit-head - area=${area} seq=${seq} hash=${hash}`;
      await new Promise<void>((resolve, reject) =>
        socket.send(text, Number(port || 514), host.replace(/^\[|\]$/g, ""), (error) =>
          error ? reject(error) : resolve(),
        ),
      );
    }
  } finally {
    socket.close();
  }
}
