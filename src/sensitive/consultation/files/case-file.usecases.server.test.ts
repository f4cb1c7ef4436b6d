import { createServer, type Server } from "node:net";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { setScanner } from "#platform/files/scanner.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { download } from "#platform/web/download.ts";
import { testApp } from "#test/app.ts";
import { closeCase } from "../cases/case.commands.server.ts";
import { readCase } from "../cases/case.queries.server.ts";
import { withdrawConsent } from "../consents/consent.commands.server.ts";
import { exportCase } from "../exports/case-export.commands.server.ts";
import { inviteToOwnPage, OWN_PAGE, readOwnPage, unlockOwnPage } from "../person/own-page.commands.server.ts";
import { AT_CENTRE, AT_NURSE, COUNSELLOR, handingOn, NURSE, SUPERVISOR } from "../two-offices.testing.ts";
import { addCaseFile, listCaseFiles, readCaseFile, removeCaseFile } from "./case-file.commands.server.ts";
import { MOST_BYTES } from "./case-file.schema.ts";

const app = testApp();
const { opened, agree, accepted } = handingOn(app);
/** What a picture says, and what it is called, by which it is looked for everywhere. */
const SAID = "満月の診断";
const picture = (name = "見本花子_診断書.jpg", said = SAID) =>
  new File([Buffer.from("ffd8ffe000104a46", "hex"), said], name);
const at = (id: string) => ({ ...AT_CENTRE, case: id });
const add = (id: string, more: object = {}) =>
  addCaseFile(app, COUNSELLOR, at(id), { file: picture(), ...more });
const added = async (id: string, more: object = {}) => expectOk(await add(id, more)).id;
const list = async (id: string) => expectOk(await listCaseFiles(app, COUNSELLOR, at(id)));

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

describe("a paper of a case", () => {
  it("is kept sealed with its name, and handed out under the number of the case", async () => {
    const id = await opened();
    const file = await added(id);
    const { files, number } = await list(id);
    expect(files).toMatchObject([{ id: file, name: "見本花子_診断書.jpg", consent: null }]);
    const found = await readCaseFile(app, COUNSELLOR, { ...at(id), file });
    const answer = download(found);
    expect(Buffer.from(await answer.arrayBuffer()).toString("utf8")).toContain(SAID);
    expect(answer.headers.get("Cache-Control")).toContain("no-store");
    expect(decodeURIComponent(answer.headers.get("Content-Disposition")!)).toBe(
      `attachment; filename*=UTF-8''相談${number}_資料.jpg`,
    );
    const all = await everywhere(id);
    expect(all.length).toBeGreaterThan(1000);
    for (const secret of ["診断", "見本花子"])
      expect(all.includes(Buffer.from(secret).toString("hex"))).toBe(false);
  });

  it("is found under its own case and office alone", async () => {
    const [id, other] = [await opened(), await opened()];
    const file = await added(id);
    const nothing = { error: { kind: "not-found" } };
    for (const command of [readCaseFile, removeCaseFile]) {
      expect(await command(app, SUPERVISOR, { ...at(other), file })).toMatchObject(nothing);
      expect(await command(app, SUPERVISOR, { ...at(id), file: newId() })).toMatchObject(nothing);
      const crossed = { ...AT_NURSE, case: id, file };
      expect(await command(app, { ...NURSE, ...supervising(NURSE) }, crossed)).toMatchObject(nothing);
    }
    expect(await readCaseFile(app, NURSE, { ...at(id), file })).toMatchObject({
      error: { kind: "forbidden" },
    });
    expect((await list(id)).files).toHaveLength(1);
  });

  it("shows the consent that was signed on it, of that person alone", async () => {
    const [id, other] = [await opened(), await opened()];
    const consent = await agree(id);
    await added(id, { consent });
    expect((await list(id)).files).toMatchObject([{ consent: "浜田保健所" }]);
    expect(await add(other, { consent })).toMatchObject({
      error: { kind: "invalid", fields: { consent: [expect.any(String)] } },
    });
  });

  it("is taken out by a supervisor, and comes neither to a closed case nor twice by a double click", async () => {
    const id = await opened();
    const once = newId() as string;
    const [first, second] = await Promise.all([add(id, { once }), add(id, { once })]);
    expect(second).toEqual(first);
    const { files } = await list(id);
    expect(files).toHaveLength(1);
    const place = { ...at(id), file: files[0]!.id };
    expect(await removeCaseFile(app, COUNSELLOR, place)).toMatchObject({ error: { kind: "forbidden" } });
    expectOk(await removeCaseFile(app, SUPERVISOR, place));
    expect((await list(id)).files).toEqual([]);
    const { events } = expectOk(await readCase(app, COUNSELLOR, at(id)));
    expect(events.map(({ step }) => step)).toEqual(["file-removed", "file-added", "opened"]);
    const over = { outcome: "solved", note: "終わり", closedOn: "2026-11-22" };
    expectOk(await closeCase(app, COUNSELLOR, at(id), over));
    expect(await add(id)).toMatchObject({ error: { kind: "conflict" } });
  });

  it("comes no more to a received case once the person has taken the consent back, and stays with who had it", async () => {
    const { id, consent, theirs } = await accepted();
    const place = { ...AT_NURSE, case: theirs };
    const file = expectOk(await addCaseFile(app, NURSE, place, { file: picture() })).id;
    expectOk(await withdrawConsent(app, COUNSELLOR, { ...at(id), consent }));
    expect(await addCaseFile(app, NURSE, place, { file: picture() })).toMatchObject({
      error: { kind: "conflict", message: expect.stringContaining("撤回されました") },
    });
    expectOk(await readCaseFile(app, NURSE, { ...place, file }));
  });

  it("tells its person that it was opened, and is named where the person is handed what is kept", async () => {
    const id = await opened();
    const file = await added(id);
    expectOk(await readCaseFile(app, COUNSELLOR, { ...at(id), file }));
    const { token } = expectOk(await inviteToOwnPage(app, COUNSELLOR, at(id), { passphrase: "あさがお47" }));
    const { openLink } = await import("#foundation/links/public.ts");
    const { holder } = expectOk(await openLink(app, token, OWN_PAGE));
    const person = { person: holder.subject };
    expectOk(await unlockOwnPage(app, holder, person, { passphrase: "あさがお47" }));
    const { looks } = expectOk(await readOwnPage(app, holder, person));
    expect(looks.map(({ what }) => what)).toContain("資料");
    const asked = { reason: "開示請求", format: "json" };
    const exported = expectOk(await exportCase(app, SUPERVISOR, at(id), asked)).file;
    expect(JSON.parse(Buffer.from(exported.content, "base64").toString("utf8"))).toMatchObject({
      files: [{ name: "見本花子_診断書.jpg", addedOn: "2026-11-22" }],
    });
  });
});

describe("a file that is not taken", () => {
  const servers: Server[] = [];
  /** A scanner that says the same of every file. */
  async function scannerSaying(answer: string): Promise<void> {
    const server = createServer((socket) => {
      let heard = Buffer.alloc(0);
      socket.on("data", (part) => {
        heard = Buffer.concat([heard, part as Buffer]);
        if (heard.subarray(-4).equals(Buffer.alloc(4))) socket.end(`stream: ${answer}\0`);
      });
    });
    servers.push(server);
    const port = await new Promise<number>((resolve) =>
      server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port)),
    );
    setScanner(`127.0.0.1:${port}`);
  }
  afterEach(() => setScanner(undefined));
  afterAll(() => servers.forEach((server) => void server.close()));

  it("is of another kind, too long, or not what its name says", async () => {
    const id = await opened();
    const long = Buffer.alloc(MOST_BYTES + 1);
    for (const file of [
      new File(["<svg/>"], "絵.svg"),
      new File(["PK\x03\x04"], "文書.docx"),
      new File(["MZ"], "写真.jpg"),
      new File(["%PDF-1.7\n1 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj"], "動く.pdf"),
      new File([Buffer.from("ffd8ffe000104a46", "hex"), long], "長い.jpg"),
    ])
      expect(await add(id, { file }), file.name).toMatchObject({
        error: { kind: "invalid", fields: { file: [expect.any(String)] } },
      });
    expect((await list(id)).files).toEqual([]);
  });

  it("is what the scanner finds something in, or could not look at; what is clean is taken", async () => {
    const id = await opened();
    await scannerSaying("Yui.Test FOUND");
    expect(await add(id)).toMatchObject({
      error: { kind: "invalid", fields: { file: [expect.stringContaining("ウイルス")] } },
    });
    setScanner("127.0.0.1:1");
    expect(await add(id)).toMatchObject({
      error: { kind: "conflict", message: expect.stringContaining("登録していません") },
    });
    expect((await list(id)).files).toEqual([]);
    await scannerSaying("OK");
    await added(id);
    expect((await list(id)).files).toHaveLength(1);
  });
});

const supervising = (actor: typeof NURSE) =>
  actor.kind === "person"
    ? { memberships: actor.memberships.map((one) => ({ ...one, role: "supervisor" as const })) }
    : {};

/** All that the database holds of a case, of what was sent and of what was logged, byte by byte. */
const everywhere = (id: string) =>
  withRows(app.sensitive.db, { actor: "<consultation-upkeep>", areas: "all" }, async (access) => {
    const { rows } = await sql<{ all: string }>`
      select encode(convert_to(coalesce(string_agg(one, ' '), ''), 'utf8'), 'hex')
          || (select string_agg(encode(name, 'hex') || encode(content, 'hex'), '')
              from sensitive.case_file where case_id = ${id}) as all
      from (select row_to_json(f)::text as one from sensitive.case_file f where case_id = ${id}
        union all select row_to_json(e)::text from sensitive.case_event e where case_id = ${id}
        union all select row_to_json(a)::text from audit_entry a
        union all select row_to_json(s)::text from sent_once s) as found`.execute(db(access));
    return rows[0]!.all;
  });
