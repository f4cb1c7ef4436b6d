import { z } from "zod";
import { organisationsOf, roleInArea } from "#foundation/actors/public.ts";
import { findArea, getArea, inArea, NATION } from "#foundation/areas/public.ts";
import { command, type Finder, query } from "#foundation/authority/public.ts";
import { getOrganisations, listOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { type MaterialPermit, type MaterialSubject, materialPolicy } from "../access.ts";
import { editionsNow } from "../catalogue/edition-state.queries.server.ts";
import { selectPublished } from "../catalogue/material.store.server.ts";
import { placeOf } from "../catalogue/place.queries.server.ts";
import { selectTitles } from "../facts/fact.store.server.ts";
import { postIssue } from "../letters/material-letter.commands.server.ts";
import { shortAddress } from "../reach/link.rules.ts";
import { linkFor } from "../reach/link.usecases.server.ts";
import { ISSUE } from "./news.messages.ts";
import { issueValues } from "./news.present.ts";
import { newsText } from "./news.rules.ts";
import { IssueInput, type NewsItem } from "./news.schema.ts";
import {
  countReaders,
  findIssue,
  findSender,
  lockIssue,
  selectIssues,
  selectReaders,
  selectUnderWay,
  updateIssue,
  upsertIssue,
} from "./news.store.server.ts";
import { entriesToTell, entryItems } from "./news-entry.queries.server.ts";
import { leaveToken } from "./news-reader.commands.server.ts";

const MOST_ISSUES = 50;
const READERS_AT_ONCE = 200;

const mayWrite = ({ actor, subject }: MaterialPermit) =>
  materialPolicy.may(actor, "news-issue.form", { ...subject, sender: null }) !== undefined;

/** The news of an area: what was sent, and drafts for who writes. */
export const readNews = query({
  name: "news.read",
  ...inArea(materialPolicy, "news"),
  async run(permit) {
    const writes = mayWrite(permit);
    const found = await selectIssues(permit, { drafts: writes, limit: MOST_ISSUES });
    return ok({
      area: await placeOf(permit),
      writes,
      readers: writes ? await countReaders(permit) : null,
      issues: found.map(({ id, title, sender, sentAt }) => ({ id, title, sender, sentAt })),
    });
  },
});

async function issueSubject(
  find: Finder,
  { area: text, id }: Readonly<{ area: string; id: string }>,
): Promise<MaterialSubject | undefined> {
  const area = await findArea(find, text);
  if (!area) return undefined;
  const held = await findSender(find, area.id, id);
  return { type: "news-issue", id, area: area.id, sender: held?.senderId ?? null };
}
const ofIssue = {
  policy: materialPolicy,
  target: z.object({ area: z.string(), id: rowId() }),
  subject: issueSubject,
};

/** An issue as it was sent, or as it will be for who writes it. */
export const readIssue = query({
  ...ofIssue,
  name: "news-issue.read",
  async run(permit, { id }) {
    const issue = await findIssue(permit, id);
    const writes = materialPolicy.may(permit.actor, "news-issue.form", permit.subject) !== undefined;
    if (!issue || !(issue.sentAt || writes)) return notFound("issue");
    const { title, lead, items, sender, sentAt, doneAt, readers } = issue;
    return ok({
      ...{ id, title, lead, items, sender, sentAt },
      area: await placeOf(permit),
      ...(writes
        ? {
            kept: {
              text: newsText(lead, items),
              readers: sentAt ? readers : await countReaders(permit),
              doneAt,
            },
          }
        : {}),
    });
  },
});

/** Who may send: the organisations of the person, and for the secretariat all that support workplaces here. */
async function sendersFor(permit: MaterialPermit) {
  const own = organisationsOf(permit.actor);
  const { area } = permit.subject;
  const secretariat = roleInArea(permit.actor, area, ["coordinator"]) !== undefined;
  const sectors = ["occupational_health_centre", "commerce", "public_health_centre"] as const;
  const known = secretariat
    ? (
        await Promise.all(sectors.map((sector) => listOrganisations(permit, { area, sector, limit: 50 })))
      ).flat()
    : [];
  const mine = [...(await getOrganisations(permit, own)).values()];
  return [...new Map([...mine, ...known].map(({ id, name }) => [id, { value: id, label: name }])).values()];
}

/** What the form of an issue shows, and what there is to choose from. */
export const readIssueForm = query({
  ...ofIssue,
  name: "news-issue.form",
  async run(permit, { id }) {
    const issue = await findIssue(permit, id);
    if (issue?.sentAt) return conflict("配信した号は変更できません。");
    const editions = await selectPublished(permit);
    const now = await editionsNow(permit, editions);
    const titles = await selectTitles(
      permit,
      editions.filter((one) => now(one.id).state === "current").map((one) => one.id),
    );
    return ok({
      ...formShowing(issueValues(issue)),
      isNew: issue === undefined,
      senders: await sendersFor(permit),
      editions: titles.map((one) => ({ value: one.id, label: `${one.title}（${one.label}）` })),
      entries: await entriesToTell(permit),
    });
  },
});

/** Writes an issue; what it tells of materials comes from them, with a short address of its own. */
export const saveIssue = command({
  ...ofIssue,
  name: "news-issue.save",
  input: IssueInput,
  once: true,
  async run(permit, { id, sender, title, lead, editions, entries, items }, app) {
    const held = await lockIssue(permit, id);
    if (held?.sentAt) return conflict("配信した号は変更できません。");
    const senders = await sendersFor(permit);
    const named = senders.find(({ value }) => value === sender);
    if (!named) return invalid({ sender: [ISSUE.notYours] });
    const told = [
      ...(await editionItems(permit, app, editions)),
      ...(await entryItems(permit, app, entries)),
    ];
    const all = [...told, ...items.map((one): NewsItem => ({ source: "text", ...one }))];
    if (all.length === 0) return invalid({ editions: [ISSUE.empty] });
    await upsertIssue(permit, id, {
      senderId: sender as OrganisationId,
      sender: named.label,
      title,
      lead,
      items: all,
    });
    return ok({ id });
  },
});

async function editionItems(permit: MaterialPermit, app: App, ids: readonly string[]): Promise<NewsItem[]> {
  const { slug } = await getArea(permit, permit.subject.area);
  const published = new Set((await selectPublished(permit)).map(({ id }) => id));
  const items: NewsItem[] = [];
  for (const { id, title, label } of await selectTitles(
    permit,
    ids.filter((one) => published.has(one)),
  )) {
    const code = await linkFor(permit, id, "mail");
    const to = code ? shortAddress(app.config.origin, slug, code) : "";
    items.push({
      source: "edition",
      title: `${title}（${label}）`,
      text: "新しい資材をご利用いただけます。",
      to,
    });
  }
  return items;
}

/** Begins to send an issue: the round writes the mails, however many readers there are. */
export const sendIssue = command({
  ...ofIssue,
  name: "news-issue.send",
  async run(permit, { id }) {
    const issue = await lockIssue(permit, id);
    if (!issue) return notFound("issue");
    if (issue.sentAt) return ok({ id });
    const readers = await countReaders(permit);
    if (readers === 0) return conflict(ISSUE.noReaders);
    await updateIssue(permit, id, { sentAt: permit.clock.now(), readers });
    return ok({ id });
  },
});

export const listDueIssues = query({
  name: "news-issue.list-due",
  policy: materialPolicy,
  target: z.object({}),
  subject: () => ({ type: "news-issue", area: NATION }),
  run: async (permit) => ok(await selectUnderWay(permit)),
});

/** Writes the mails of an issue for the next readers; who left meanwhile gets none. Whether some are left. */
export const deliverIssue = command({
  name: "news-issue.deliver",
  policy: materialPolicy,
  target: z.object({ area: areaId, id: rowId() }),
  subject: (_find, { area, id }) => ({ type: "news-issue", area, id }),
  async run(permit, { id }, app) {
    const issue = await lockIssue(permit, id);
    if (!issue?.sentAt || issue.doneAt) return ok(false);
    const { slug } = await getArea(permit, permit.subject.area);
    const { title, sender, lead, items } = issue;
    const told = { id, title, sender, news: newsText(lead, items) };
    const link = `${app.config.origin}/areas/${slug}/news/${id}`;
    const readers = await selectReaders(permit, issue.sentThrough, READERS_AT_ONCE);
    for (const reader of readers) {
      const leave = `${app.config.origin}/n/${await leaveToken(permit, reader.id)}`;
      await postIssue(permit, { ...told, link }, { ...reader, leave });
    }
    const last = readers.at(-1);
    if (last) await updateIssue(permit, id, { sentThrough: last.id });
    if (readers.length === READERS_AT_ONCE) return ok(true);
    await updateIssue(permit, id, { doneAt: permit.clock.now() });
    return ok(false);
  },
});
