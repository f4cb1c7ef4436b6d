import {
  anyOf,
  anyone,
  definePolicy,
  holderOf,
  roleAbove,
  roleHere,
  services,
} from "#foundation/authority/public.ts";

const system = services("cli", "demonstration", "board", "council-reminder", "poll-reminder", "test");
const secretariat = roleHere("coordinator");
const council = roleHere("coordinator", "member");
const readers = anyOf(roleHere("member"), roleAbove("coordinator", "administrator", "auditor"), system);

/**
 * The secretariat edits; members read and comment; whoever coordinates, administers or audits further up reads the
 * areas within. The holder of a member's link answers the poll of its meeting.
 */
export const councilPolicy = definePolicy(
  {
    "council.board": anyone,
    "council.read": readers,
    "council.report": readers,
    "council.edit": anyOf(secretariat, system),
    "council.read-to-edit": anyOf(secretariat, system),
    "council.comment": anyOf(council, system),
    "poll.answer": anyOf(holderOf("member-link"), services("member-link")),
    "maturity.read": readers,
    "maturity.judge": anyOf(secretariat, system),
  },
  { quiet: ["council.read", "council.read-to-edit", "council.board", "council.report", "maturity.read"] },
);

export type CouncilAction = keyof typeof councilPolicy.rights;
