import { z } from "zod";
import { findArea, inArea } from "#foundation/areas/public.ts";
import { command, reachAlso } from "#foundation/authority/public.ts";
import { makeLink } from "#foundation/links/public.ts";
import { countSender } from "#foundation/senders/public.ts";
import { namedId } from "#platform/kernel/ids.ts";
import { networkOf } from "#platform/kernel/network.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type MaterialPermit, materialPolicy } from "../access.ts";
import { postConfirmation } from "../letters/material-letter.commands.server.ts";
import { NEWS } from "./news.messages.ts";
import { JoinInput, READER_STEPS } from "./news.schema.ts";
import { insertReader, lockReader, updateReader } from "./news.store.server.ts";

const CONFIRM_DAYS = 7;
/** A chamber may sign up its members from one network; nobody fills the mailboxes of strangers with our letters. */
const MOST_OF_NETWORK = 50;

/** The link of one reader to leave by; it holds for as long as they read. */
export const leaveToken = (permit: MaterialPermit, reader: string): Promise<string> =>
  makeLink(permit, {
    ...{ area: permit.subject.area, purpose: "news-leave", subjectType: "news-reader", subject: reader },
    expiresAt: null,
  });

/**
 * Somebody asks for the news. Nothing is sent to a mailbox but one letter a day that asks for a confirmation, and the
 * page says the same whether the mailbox is known or not.
 */
export const joinNews = command({
  name: "news-reader.join",
  ...inArea(materialPolicy, "news-reader", { sender: z.string().default("unknown") }),
  input: JoinInput,
  async run(permit, { email: typed, workplace, homepage, sender }, app) {
    if (homepage) return conflict(NEWS.ja.full);
    const { area } = permit.subject;
    const email = typed.toLowerCase();
    const id = namedId("news-reader", area, email) as string;
    await reachAlso(permit, area, id);
    if (permit.actor.kind !== "person") {
      const { times } = await countSender(permit, app, { about: "news-reader", who: networkOf(sender) });
      if (times > MOST_OF_NETWORK) return conflict(NEWS.ja.full);
    }
    const known = await lockReader(permit, id);
    if (known?.state === "joined") return ok(undefined);
    if (!known) await insertReader(permit, { id, email, workplace });
    const token = await makeLink(permit, {
      ...{ area, purpose: "news-confirm", subjectType: "news-reader", subject: id },
      expiresAt: new Date(permit.clock.now().getTime() + CONFIRM_DAYS * 86_400_000),
    });
    await postConfirmation(permit, { id, email, link: `${app.config.origin}/n/${token}` });
    return ok(undefined);
  },
});

const ofReader = {
  policy: materialPolicy,
  target: z.object({ area: z.string(), id: rowId() }),
  async subject(find: Parameters<typeof findArea>[0], { area: text, id }: { area: string; id: string }) {
    const area = await findArea(find, text);
    return area && { type: "news-reader", area: area.id, id };
  },
};

/** Whoever has the mailbox says yes; said twice it is said once. */
export const confirmNews = command({
  ...ofReader,
  name: "news-reader.confirm",
  async run(permit, { id }) {
    const reader = await lockReader(permit, id);
    if (!reader) return notFound("reader");
    if ("join" in READER_STEPS[reader.state]) await updateReader(permit, id, "joined");
    return ok(undefined);
  },
});

/** One click ends it. */
export const leaveNews = command({
  ...ofReader,
  name: "news-reader.leave",
  async run(permit, { id }) {
    const reader = await lockReader(permit, id);
    if (!reader) return notFound("reader");
    if ("leave" in READER_STEPS[reader.state]) await updateReader(permit, id, "left");
    return ok(undefined);
  },
});
