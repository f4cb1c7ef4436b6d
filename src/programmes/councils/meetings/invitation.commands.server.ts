import { getArea } from "#foundation/areas/public.ts";
import { command } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { invalid, notFound, ok } from "#platform/kernel/result.ts";
import type { CouncilPermit } from "../access.ts";
import { refreshBoardLine } from "../maturity/board.usecases.server.ts";
import { INVITATION } from "../messages.ts";
import type { Body } from "../model/body.schema.ts";
import { ofMeeting, ofMeetingPart } from "../model/council-target.schema.ts";
import { InviteInput, type Meeting, MoveInput, PlaceInput, type Slot } from "../model/meeting.schema.ts";
import { officeOf, writeToMember } from "./council-letter.commands.server.ts";
import { fixedValues, meetingFile, moveValues, placeValues, showWhen } from "./meeting.present.ts";
import {
  clearReplies,
  findMeeting,
  selectInvitees,
  updateMeeting,
  updateSlot,
} from "./meeting.store.server.ts";
import { type LockedMeeting, lockMeeting } from "./meeting.usecases.server.ts";
import { makeMemberLink } from "./member-link.commands.server.ts";
import { selectAgenda } from "./paper.store.server.ts";
import { selectOptions } from "./poll.store.server.ts";

/** Changes the place while the date is asked for; whoever was asked reads it where the answer is given. */
export const setPlace = command({
  name: "meeting.set-place",
  ...ofMeeting,
  input: PlaceInput,
  async seen(permit, { meeting: id }) {
    const meeting = await findMeeting(permit, id, true);
    return meeting && placeValues(meeting);
  },
  async run(permit, { meeting: id, place }) {
    const locked = await lockMeeting(permit, id, "place");
    if (!locked.ok) return locked;
    await updateMeeting(permit, id, { place });
    return ok(undefined);
  },
});

/** Fixes the date to one of those asked about; whoever did not see that another was fixed meanwhile is told. */
export const fixDate = command({
  name: "meeting.fix-date",
  ...ofMeetingPart("meeting"),
  subject: ofMeeting.subject,
  async seen(permit, { meeting: id }) {
    const meeting = await findMeeting(permit, id, true);
    return meeting && fixedValues(meeting, await selectOptions(permit, id));
  },
  async run(permit, { meeting, id: option }, app) {
    const locked = await lockMeeting(permit, meeting, "fix");
    if (!locked.ok) return locked;
    const slot = (await selectOptions(permit, meeting)).find((one) => one.id === option);
    if (!slot) return notFound("date");
    const { place } = locked.value.meeting;
    return ok({ sent: await moveTo(permit, app, locked.value, { ...slot, place }) });
  },
});

/** Moves a meeting whose date is fixed to another day, time or place. Returns how many were told. */
export const moveMeeting = command({
  name: "meeting.move",
  ...ofMeeting,
  input: MoveInput,
  async seen(permit, { meeting: id }) {
    const meeting = await findMeeting(permit, id, true);
    return meeting && moveValues(meeting);
  },
  async run(permit, { area: _, meeting: id, ...to }, app) {
    const locked = await lockMeeting(permit, id, "move");
    return locked.ok ? ok({ sent: await moveTo(permit, app, locked.value, to) }) : locked;
  },
});

/** Who was invited already is told at once, and the calendars with them; a day that is over is put right silently. */
async function moveTo(
  permit: CouncilPermit,
  app: App,
  { meeting, body }: LockedMeeting,
  to: Slot & Readonly<{ place: string }>,
): Promise<number> {
  const { day: heldOn, startsAt, endsAt, place } = to;
  const moved = { ...meeting, heldOn, startsAt, endsAt, place };
  const same = showWhen(moved) === showWhen(meeting) && place === meeting.place;
  await updateSlot(permit, meeting.id, to);
  await updateMeeting(permit, meeting.id, { place });
  if (showWhen(moved) !== showWhen(meeting)) await clearReplies(permit, meeting.id);
  await refreshBoardLine(permit);
  if (same || meeting.invitedAt === null || heldOn < permit.clock.today()) return 0;
  return announce(permit, app, { meeting: moved, body }, "moved");
}

/**
 * Sends every invited member with a mail address the invitation with its calendar file. Returns how many have it. Where
 * it was sent since the form was shown, nothing is sent again.
 */
export const invite = command({
  name: "meeting.invite",
  ...ofMeeting,
  input: InviteInput,
  async run(permit, { meeting: id, sequence, replyBy = null }, app) {
    const locked = await lockMeeting(permit, id, "invite");
    if (!locked.ok) return locked;
    const { meeting, body } = locked.value;
    if (sequence !== undefined && sequence !== meeting.calendarSequence)
      return ok({ sent: (await reachable(permit, id)).length });
    if (replyBy && meeting.heldOn && replyBy > meeting.heldOn)
      return invalid({ replyBy: ["出欠の回答期限は、開催日より前の日付を選択してください。"] });
    await updateMeeting(permit, id, { replyBy });
    return ok({
      sent: await announce(permit, app, { meeting: { ...meeting, replyBy }, body }, "invitation"),
    });
  },
});

async function announce(
  permit: CouncilPermit,
  app: App,
  { meeting, body }: LockedMeeting,
  kind: "invitation" | "moved",
): Promise<number> {
  const { id, title } = meeting;
  const at = permit.clock.now();
  const sequence = meeting.calendarSequence + 1;
  const items = (await selectAgenda(permit, id)).map((item, index) => `${index + 1} ${item.title}`);
  const place = meeting.place || INVITATION.placeLater;
  const agenda = items.length > 0 ? `${INVITATION.agenda}\n${items.join("\n")}\n` : "";
  const told = { ...meeting, calendarSequence: sequence };
  // After a change the day that was asked for may be over.
  const asked = meeting.replyBy && meeting.replyBy >= permit.clock.today() ? showDateJa(meeting.replyBy) : "";
  const invitees = await reachable(permit, id);
  const more = await toldBesides(permit, app, { meeting, body });
  for (const one of invitees) {
    const link = await makeMemberLink(permit, app, id, one.memberId);
    await writeToMember(permit, id, one, kind, {
      values: { body: body.name, title, when: showWhen(meeting), place, agenda, link, reply_by: asked },
      attachments: [fileOf(app, told, body, one.email, at, more)],
      onceKey: `${kind}:${id}:${one.memberId}:${sequence}`,
    });
  }
  await updateMeeting(permit, id, { invitedAt: at, calendarSequence: sequence });
  return invitees.length;
}

/** Calls a meeting off. Who was invited is told, and their calendars with them. */
export const cancelMeeting = command({
  name: "meeting.cancel",
  ...ofMeeting,
  async run(permit, { meeting: id }, app) {
    const locked = await lockMeeting(permit, id, "cancel");
    if (!locked.ok) return locked;
    const { meeting, body } = locked.value;
    const at = permit.clock.now();
    const calendarSequence = meeting.calendarSequence + 1;
    await updateMeeting(permit, id, { cancelledAt: at, calendarSequence });
    await refreshBoardLine(permit);
    if (meeting.invitedAt === null) return ok(undefined);
    const told = { ...meeting, calendarSequence, cancelledAt: at };
    const more = await toldBesides(permit, app, locked.value);
    for (const one of await reachable(permit, id))
      await writeToMember(permit, id, one, "cancelled", {
        values: { body: body.name, title: meeting.title, when: showWhen(meeting) },
        attachments: [fileOf(app, told, body, one.email, at, more)],
        onceKey: `cancelled:${id}:${one.memberId}`,
      });
    return ok(undefined);
  },
});

const reachable = async (permit: CouncilPermit, id: string) =>
  (await selectInvitees(permit, id)).filter((one) => one.email !== "");

/** For the calendars: whose meeting it is, whom to call, and its page. */
async function toldBesides(permit: CouncilPermit, app: App, { meeting, body }: LockedMeeting) {
  const { office, phone } = await officeOf(permit);
  const { slug } = await getArea(permit, permit.subject.area);
  return {
    description: [body.name, `事務局 ${office}`, phone && `電話 ${phone}`].filter(Boolean).join("\n"),
    url: `${app.config.origin}/areas/${slug}/council/meetings/${meeting.id}`,
  };
}

const fileOf = (
  app: App,
  meeting: Meeting,
  body: Body,
  invited: string,
  at: Date,
  more: Awaited<ReturnType<typeof toldBesides>>,
) =>
  meetingFile(
    meeting,
    new URL(app.config.origin).hostname,
    { name: body.name, email: app.config.mailFrom },
    invited,
    at,
    more,
  );
