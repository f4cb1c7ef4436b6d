import { createSocket } from "node:dgram";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { withRows } from "#platform/db/rows.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { NOW, testApp } from "#test/app.ts";
import { auditLog } from "#test/audit-log.ts";
import { seal } from "./chain.commands.server.ts";
import { checkLog, checkLogDaily, logOnSecret } from "./check.commands.server.ts";
import { noteHeads } from "./noted-head.commands.server.ts";

const app = testApp();
const log = auditLog(app, NOW);
const { setClock, write } = log;

describe("the daily check", () => {
  it("keeps what it found, and mails the heads to the auditor, once a day and again where it is broken", async () => {
    Object.assign(app, { config: { ...app.config, auditMail: "auditor@example.jp" } });
    await write("32", 2);
    expect(await checkLog(app)).toMatchObject({ unbroken: true });
    await checkLog(app);
    await log.superuser.query("delete from audit_entry where area_id = '32'");
    expect(await checkLog(app)).toMatchObject({ unbroken: false });
    const { rows: checks } = await log.superuser.query("select findings, kinds from audit_check order by id");
    expect(checks).toEqual([
      { findings: 0, kinds: [] },
      { findings: 0, kinds: [] },
      { findings: 2, kinds: ["removed"] },
    ]);
    const mails = await withRows(app.db, { actor: "<test>", areas: "all" }, async (access) =>
      (await listMails(access, 10)).filter(({ to }) => to === "auditor@example.jp"),
    );
    expect(mails.map((mail) => mail.subject).sort()).toEqual([
      "【結】記録と監査 2026-11-22 異常が2件あります",
      "【結】記録と監査 2026-11-22 異常なし",
    ]);
    expect(mails.find(({ subject }) => subject.endsWith("なし"))?.body).toMatch(/^32 2 [0-9a-f]{64}$/m);
  });

  it("says that the codes depend on the secret, once anything is bound", async () => {
    expect(await logOnSecret(app)).toBeUndefined();
    await write("32", 1);
    await seal(app);
    expect(await logOnSecret(app)).toBe("the codes of the audit log");
  });

  it("comes once a day, however often the server starts", async () => {
    const checks = async () => (await log.superuser.query("select from audit_check")).rowCount;
    await checkLogDaily(app);
    setClock(60);
    await checkLogDaily(app);
    expect(await checks()).toBe(1);
    setClock(60 * 20);
    await checkLogDaily(app);
    expect(await checks()).toBe(2);
  });

  it("sends heads to another machine", async () => {
    const socket = createSocket("udp4");
    socket.bind(0, "127.0.0.1");
    await once(socket, "listening");
    const heard = once(socket, "message");
    Object.assign(app, {
      config: { ...app.config, auditSyslog: `udp://127.0.0.1:${socket.address().port}` },
    });
    await write("32", 1);
    await seal(app);
    await noteHeads(app, ["32"]);
    const [text] = (await heard) as [Buffer];
    socket.close();
    expect(text.toString()).toMatch(
      /^<109>1 2026-\S+ \S+ yui - audit-head - area=32 seq=1 hash=[0-9a-f]{64}$/,
    );
  });
});
