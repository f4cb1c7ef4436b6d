import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort, type Service, startService } from "./service.ts";

const HOST = "yui.example.jp";
const installed = spawnSync("nginx", ["-v"]).status === 0 && spawnSync("openssl", ["version"]).status === 0;

describe.skipIf(!installed)("the sample for nginx (skipped where nginx is not installed)", () => {
  const folder = mkdtempSync(join(tmpdir(), "yui-nginx-"));
  let service: Service;
  let port: number;
  let nginx: ReturnType<typeof spawn>;

  beforeAll(async () => {
    port = await freePort();
    service = await startService({ YUI_ORIGIN: `https://${HOST}:${port}`, YUI_TRUST_PROXY: "1" });
    const made = spawnSync("openssl", [
      ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", `/CN=${HOST}`],
      ...["-keyout", join(folder, "privkey.pem"), "-out", join(folder, "fullchain.pem")],
    ]);
    expect(made.status).toBe(0);
    const sample = readFileSync("docs/operating/nginx.conf", "utf8")
      .replace("listen 443 ssl", `listen 127.0.0.1:${port} ssl`)
      .replace("listen 80", `listen 127.0.0.1:${await freePort()}`)
      .replaceAll("/etc/ssl/yui", folder)
      .replace("Host $host;", "Host $http_host;")
      .replace("http://127.0.0.1:3000", service.origin);
    writeFileSync(
      join(folder, "nginx.conf"),
      `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {} http { access_log off; ${sample} }`,
    );
    nginx = spawn("nginx", ["-c", join(folder, "nginx.conf"), "-p", folder], { stdio: "ignore" });
  });
  afterAll(async () => {
    nginx?.kill("SIGTERM");
    await service?.gone();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(method: string, path: string, body?: string) {
    const sent = request({
      ...{ host: "127.0.0.1", port, method, path, rejectUnauthorized: false, agent: false },
      headers: {
        host: `${HOST}:${port}`,
        origin: `https://${HOST}:${port}`,
        ...(body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
      },
    });
    sent.end(body);
    const [response] = await once(sent, "response");
    let text = "";
    for await (const chunk of response) text += chunk;
    return { status: response.statusCode as number, text };
  }

  it("hands on what Yui needs: pages come, and forms are taken", async () => {
    const alive = () =>
      ask("GET", "/healthz").then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(alive, { timeout: 10_000 }).toBe(200);
    const seen = JSON.parse((await ask("GET", "/healthz/proxy")).text);
    expect(seen).toEqual({ host: `${HOST}:${port}`, protocol: "https", forwarded: true });
    expect((await ask("GET", "/")).status).toBe(200);
    const refused = await ask("POST", "/sign-in", "email=a%40yui.example&password=none");
    expect(refused.status).toBe(422);
  });
});
