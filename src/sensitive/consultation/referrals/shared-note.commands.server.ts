import { command } from "#foundation/authority/public.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { by } from "../cases/case.commands.server.ts";
import { SharedNoteInput } from "../model/referral.schema.ts";
import { stillAgreed } from "../targets/agreement.usecases.server.ts";
import { ofReferral } from "../targets/target.usecases.server.ts";
import { insertSharedNote, lockReferral } from "./referral.store.server.ts";

/** An entry of the record that both offices keep, where the person agreed to shared support. */
export const addSharedNote = command({
  name: "shared-note.add",
  ...ofReferral(),
  input: SharedNoteInput,
  once: true,
  async run(permit, { referral, text }) {
    const one = await lockReferral(permit, referral);
    if (!one?.partnerId) return notFound("referral");
    if (one.mode !== "shared" || !["accepted", "ongoing"].includes(one.state))
      return conflict(
        "共有の記録は、共同支援の紹介が引き受けられている間だけ登録できます。何も保存していません。",
      );
    const agreed = await stillAgreed(permit, one);
    if (!agreed.ok) return agreed;
    await insertSharedNote(permit, one, permit.subject.organisation, { by: by(permit), text });
    return ok(undefined);
  },
});
