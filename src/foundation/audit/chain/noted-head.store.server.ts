import { createSocket } from "node:dgram";
import { appendFile, readFile } from "node:fs/promises";
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
