import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import type { ExamplePlace, Examples, PageGuards } from "#foundation/authority/testing.ts";
import { standing } from "#foundation/authority/testing.ts";
import { makeOrganisation } from "#foundation/organisations/testing.ts";
import { namedId, newId } from "#platform/kernel/ids.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readEdition, saveEdition } from "../catalogue/edition.usecases.server.ts";
import { removeMaterial } from "../catalogue/material.usecases.server.ts";
import { addFacts } from "../facts/fact.usecases.server.ts";
import { TEMPLATE_TEXTS } from "../leaflets/leaflet.messages.ts";
import { saveLeaflet } from "../leaflets/leaflet.usecases.server.ts";
import { aMaterial, anEdition, anOrder, makeEdition } from "../materials.testing.ts";
import { saveIssue } from "../news/news-issue.usecases.server.ts";
import { confirmNews, joinNews } from "../news/news-reader.commands.server.ts";
import { makeOrder } from "../orders/order.commands.server.ts";
import { sendOrder } from "../orders/order-settling.commands.server.ts";
import { addMaterialLink } from "../reach/link.usecases.server.ts";

type Place = ExamplePlace;
const made = ({ app, area, secretariat }: Place, change: object = {}) =>
  makeEdition(app, { area, by: secretariat, copies: 9, ...change });

const inArea = (more: object = {}, input?: unknown) =>
  standing(({ area }) => ({ target: { area, ...more }, input }));
const anywhere = (more: Readonly<Record<string, unknown>> = {}) => standing(() => ({ target: more }));

/** Of an edition on offer. */
const onEdition = (input?: unknown, more: object = {}): Examples[string] =>
  standing(async (place) => {
    const { edition } = await made(place);
    return { target: { area: place.area, id: edition, ...more }, input };
  });

/** Somebody who orders for the organisation of the place. */
const workplaceOf = ({ area, organisation }: Place): Actor => ({
  ...{ kind: "person", userId: "matrix-orders" as never, name: "workplace" },
  memberships: [{ organisationId: organisation, role: "workplace", areas: [area] }],
  reach: [area],
});

/** Of an order by a workplace; sent already where that is asked for. */
const onOrder = (input?: (edition: string) => unknown, sent = false): Examples[string] =>
  standing(async (place) => {
    const { app, area, secretariat } = place;
    const { edition } = await made(place);
    const { id } = expectOk(
      await makeOrder(app, workplaceOf(place), { area }, anOrder([{ edition, amount: 1 }])),
    );
    if (sent) expectOk(await sendOrder(app, secretariat, { area, id }));
    return { target: { area, id }, input: input?.(edition), holds: { "material-order": id } };
  });

const withFact = (): Examples[string] =>
  standing(async (place) => {
    const { app, area, secretariat } = place;
    const { edition } = await made(place);
    const of = { area, id: edition };
    expectOk(await addFacts(app, secretariat, of, { of: "hotline:yorisoi", fields: ["phone"] }));
    const [fact] = expectOk(await readEdition(app, secretariat, of)).facts;
    return { target: { ...of, fact: fact!.id } };
  });

/** Somebody who has asked for the news, and confirmed it where that is said. */
async function readerOf({ app, area }: Place, joined = false): Promise<string> {
  const email = `${newId()}@example.jp`;
  expectOk(await joinNews(app, VISITOR, { area }, { email }));
  const id = namedId("news-reader", area, email) as string;
  const holder = { kind: "holder", purpose: "news-confirm", area, subject: id, detail: {} } as const;
  if (joined) expectOk(await confirmNews(app, holder, { area, id }));
  return id;
}
const reader = (purpose: string): Examples[string] =>
  standing(async (place) => {
    const id = await readerOf(place);
    return { target: { area: place.area, id }, holds: { [purpose]: id } };
  });

const issueOf = (sender: string) => ({
  ...{ sender, title: "見本の号", lead: "" },
  items: [{ title: "見本の記事", text: "", to: "" }],
});

/** Of an issue in the name of the place's organisation; of a chamber where that is not in the register. */
const onIssue = (input?: (sender: string) => unknown): Examples[string] =>
  standing(async (place) => {
    const { app, area, secretariat, organisation } = place;
    const id = newId() as string;
    let sender: string = organisation;
    if (!(await saveIssue(app, secretariat, { area, id }, issueOf(sender))).ok) {
      sender = (await makeOrganisation(place, { sector: "commerce" })).id;
      expectOk(await saveIssue(app, secretariat, { area, id }, issueOf(sender)));
    }
    await readerOf(place, true);
    return { target: { area, id }, input: input?.(sender) };
  });

const deleted: Examples[string] = standing(async (place) => {
  const { app, area, secretariat } = place;
  const { material: id } = await made(place);
  expectOk(await removeMaterial(app, secretariat, { area, id }));
  return { target: { area, kind: "material", id } };
});

/** How the role matrix tries each command and query of materials and news. */
export const examples: Examples = {
  "material.list": inArea(),
  "material.read": standing(async (place) => ({
    target: { area: place.area, id: (await made(place)).material },
  })),
  "material.form": inArea({ id: newId() }),
  "material.read-today": anywhere(),
  "material.list-deleted": inArea(),
  "material.read-restored": deleted,
  "material.restore": deleted,
  "material.save": standing(({ area }) => ({ target: { area, id: newId() }, input: aMaterial })),
  "material.delete": standing(async (place) => ({
    target: { area: place.area, kind: "material", id: (await made(place)).material },
  })),
  "material-edition.read": onEdition(),
  "material-edition.form": onEdition(),
  "material-edition.file": standing(async (place) => {
    const files = [new File(["見本"], "sample.txt")];
    return { target: { area: place.area, id: (await made(place, { files })).edition } };
  }),
  "material-edition.save": onEdition(anEdition),
  "material-edition.replace": standing(async (place) => {
    const { app, area, secretariat } = place;
    const { edition, material } = await made(place);
    const by = newId() as string;
    expectOk(await saveEdition(app, secretariat, { area, id: by, material }, anEdition));
    return { target: { area, id: edition }, input: { by } };
  }),
  "material-edition.delete": standing(async (place) => ({
    target: { area: place.area, kind: "edition", id: (await made(place)).edition },
  })),
  "leaflet.read": onEdition(),
  "leaflet.save": standing(async (place) => {
    const { app, area, secretariat } = place;
    const target = { area, id: newId(), material: (await made(place)).material };
    const texts = { ...TEMPLATE_TEXTS.map, template: "map", label: "第1版", language: "ja", foot: "" };
    const input = { ...texts, contacts: [] };
    expectOk(await saveLeaflet(app, secretariat, target, input));
    return { target, input };
  }),
  "material-fact.list": inArea(),
  "material-fact.list-due": anywhere(),
  "material-fact.add": onEdition({ of: "hotline:yorisoi", fields: ["phone"] }),
  "material-fact.remove": withFact(),
  "material-fact.renew": onEdition(),
  "material-fact.tell": onEdition(),
  "material-stock.move": onEdition({ kind: "receive", amount: "1" }),
  "material-order.choices": inArea(),
  "material-order.make": standing(async (place) => {
    const { edition } = await made(place);
    return { target: { area: place.area }, input: anOrder([{ edition, amount: 1 }]) };
  }),
  "material-order.list": inArea(),
  "material-order.pick": inArea(),
  "material-order.read": onOrder(),
  "material-order.cancel": onOrder(),
  "material-order.report": onOrder((edition) => ({ edition, handedOut: "1" }), true),
  "material-order.send": onOrder(),
  "material-order.refuse": onOrder(() => ({ reason: "見本" })),
  "material-link.add": onEdition({ way: "web" }),
  "material-link.open": standing(async (place) => {
    const { app, area, secretariat } = place;
    const { edition } = await made(place);
    const { code } = expectOk(await addMaterialLink(app, secretariat, { area, id: edition }, { way: "web" }));
    return { target: { area, code } };
  }),
  "material-reach.list": anywhere({ since: plainDate("2026-04-01") }),
  "news.read": inArea(),
  "news-reader.join": standing(({ area }) => ({
    target: { area },
    input: { email: `${newId()}@example.jp` },
  })),
  "news-reader.confirm": reader("news-confirm"),
  "news-reader.leave": reader("news-leave"),
  "news-issue.read": onIssue(),
  "news-issue.form": onIssue(),
  "news-issue.list-due": anywhere(),
  "news-issue.save": onIssue(issueOf),
  "news-issue.send": onIssue(),
  "news-issue.deliver": onIssue(),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  "areas/:area/materials": "material.list",
  "areas/:area/materials/deleted": "material.list-deleted",
  "areas/:area/materials/:material": "material.read",
  "areas/:area/materials/:material/edit": "material.form",
  "areas/:area/materials/:material/editions/new": "material-edition.form",
  "areas/:area/materials/:material/leaflets/new": "leaflet.read",
  "areas/:area/material-editions/:edition": "material-edition.read",
  "areas/:area/material-editions/:edition/edit": "material-edition.form",
  "areas/:area/material-editions/:edition/leaflet": "leaflet.read",
  "areas/:area/material-editions/:edition/file": "material-edition.file",
  "areas/:area/material-orders": "material-order.list",
  "areas/:area/material-orders/new": "material-order.choices",
  "areas/:area/material-orders/pick": "material-order.pick",
  "areas/:area/material-orders/:order": "material-order.read",
  "mo/:token": "material-order.read",
  "areas/:area/news": "news.read",
  "areas/:area/news/:issue": "news-issue.read",
  "areas/:area/news/:issue/edit": "news-issue.form",
  "n/:token": "news-reader.confirm",
  "q/:area/:code": "material-link.open",
  "api/v1/areas/:area/materials": "material.list",
};
