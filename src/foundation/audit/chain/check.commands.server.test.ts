import { createSocket } from "node:dgram";
import { once } from "node:events";
import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { NOW, testApp } from "#test/app.ts";
import { auditLog } from "#test/audit-log.ts";
import { person } from "#test/person.ts";
import { seal } from "./chain.commands.server.ts";
import { checkLog, checkLogDaily, logOnSecret } from "./check.commands.server.ts";
import { noteHeads } from "./noted-head.commands.server.ts";
import { proveLog } from "./verification.commands.server.ts";

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

describe("the button of the log's page", () => {
  const [HERE, THERE] = ["sma-32-02" as AreaId, "14150" as AreaId];
  const auditor = person("auditor", HERE, { reach: [HERE, THERE, "jp" as AreaId] });
  beforeAll(() => loadReferenceAreas(app));

  it("says in one sentence that the chains of one's areas are whole, with head and time", async () => {
    await write(HERE, 2);
    await write(THERE, 1);
    await seal(app);
    const { sound, sentence } = expectOk(await proveLog(app, auditor));
    const { rows } = await log.superuser.query(
      `select seq, hash from audit_chain where area_id = '${HERE}' order by seq desc limit 1`,
    );
    expect(sound).toBe(true);
    expect(sentence).toContain("2026年11月22日");
    expect(sentence).toContain("記録3件を確認し");
    expect(sentence).toContain(`浜田圏域の第${rows[0].seq}番、ハッシュ値は ${rows[0].hash} です。`);
    const refused = await proveLog(app, person("coordinator", HERE));
    expect(refused).toMatchObject({ error: { kind: "forbidden" } });
  });

  it("says what is broken in one's own areas, and nothing of others", async () => {
    await write(HERE, 2);
    await write(THERE, 2);
    await seal(app);
    await noteHeads(app, [HERE, THERE]);
    await log.superuser.query(`delete from audit_entry where area_id = '${THERE}'`);
    await log.superuser.query(`delete from audit_chain where area_id = '${THERE}'`);
    expect(expectOk(await proveLog(app, auditor)).sound).toBe(true);
    await log.superuser.query(
      `update audit_entry set actor = 'x' where area_id = '${HERE}' and action = 'note.read'`,
    );
    const { sound, sentence } = expectOk(await proveLog(app, auditor));
    expect(sound).toBe(false);
    expect(sentence).toContain("異常が2件");
  });
});
