import { command } from "#foundation/authority/public.ts";
import { requireConsent } from "#foundation/consent/public.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { by } from "../cases/case.commands.server.ts";
import { SharedNoteInput } from "../model/referral.schema.ts";
import { PURPOSE } from "../targets/receiver.usecases.server.ts";
import { ofReferral } from "../targets/target.usecases.server.ts";
import { lockReferral } from "./referral.store.server.ts";
import { endLapsed } from "./referral-end.usecases.server.ts";
import { insertSharedNote } from "./shared-note.store.server.ts";

/** An entry of the record that both offices keep, where the person agreed to shared support. */
export const addSharedNote = command({
  name: "shared-note.add",
  ...ofReferral(),
  input: SharedNoteInput,
  once: true,
  async run(permit, { referral, text }) {
    await endLapsed(permit, { referral });
    const one = await lockReferral(permit, referral);
    if (!one?.partnerId) return notFound("referral");
    if (one.mode !== "shared" || !["accepted", "ongoing"].includes(one.state))
      return conflict(
        "共有の記録は、共同支援の紹介が引き受けられている間だけ登録できます。何も保存していません。",
      );
    // Both offices write what was told: whatever the ground of the referral, that needs the person's word for just that.
    const receiver = one.partnerId;
    const want = { receiver, purpose: PURPOSE, classes: ["consultation"] as const };
    const agreed = await requireConsent(permit, one.personId, want);
    if (!agreed.ok) return agreed;
    await insertSharedNote(permit, one, permit.subject.organisation, { by: by(permit), text });
    return ok(undefined);
  },
});
