import qrcode from "qrcode";
import { query } from "#foundation/authority/public.ts";
import { showDateJa, showDayJa } from "#platform/kernel/plain-date.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { renderPdf } from "#platform/pdf/render.ts";
import { ofEntry, officeOf, placeOf } from "../award-target.usecases.server.ts";
import { CERTIFICATE, HONOURS } from "../model/award.messages.ts";
import { ofRound } from "../rounds/award-round.commands.server.ts";
import { findRound } from "../rounds/award-round.store.server.ts";
import { CERTIFICATE_SOURCE, PRESS_SOURCE } from "./certificate.present.ts";
import { findHonourOf, selectHonoursOfRound } from "./honour.store.server.ts";

/** The certificate of an entry, for who was honoured and for the secretariat. */
export const readCertificate = query({
  name: "honour.certificate",
  ...ofEntry(),
  async run(permit, { id }, app) {
    const honour = await findHonourOf(permit, id);
    if (!honour || honour.revokedOn) return notFound("honour");
    const round = await findRound(permit, honour.roundId);
    const { slug } = await placeOf(permit);
    const address = `${app.config.origin}/areas/${slug}/honours/${honour.code}`;
    const content = renderPdf(CERTIFICATE_SOURCE, {
      ...{
        head: CERTIFICATE.head,
        title: honour.title,
        workplace: honour.workplace,
        words: CERTIFICATE.words,
      },
      ...{
        day: showDayJa(honour.fromOn),
        by: round?.giver || (await officeOf(permit)).name,
        number: `${HONOURS.number} ${honour.number}`,
      },
      term: HONOURS.until(showDayJa(honour.fromOn), honour.toOn && showDayJa(honour.toOn)),
      code: await qrcode.toString(address, { type: "svg", margin: 0, errorCorrectionLevel: "M" }),
      codeText: HONOURS.check,
    });
    return ok({ name: `${CERTIFICATE.head}_${honour.number}.pdf`, mediaType: "application/pdf", content });
  },
});

/** The sheet for the press: those who agreed to be named, and how many did not. */
export const readPress = query({
  name: "honour.press",
  ...ofRound,
  async run(permit, { id }) {
    const round = await findRound(permit, id);
    if (round?.state !== "decided") return notFound("round");
    const honours = (await selectHonoursOfRound(permit, id)).filter(({ revokedOn }) => revokedOn === null);
    const agreed = honours.filter(({ mayPublish }) => mayPublish);
    const content = renderPdf(PRESS_SOURCE, {
      ...{
        title: round.title,
        day: showDateJa(permit.clock.today()),
        by: round.giver || (await officeOf(permit)).name,
      },
      lead: CERTIFICATE.lead(honours.length, honours.length - agreed.length),
      rows: agreed.map(({ workplace, title, words }) => ({ workplace, tier: title, words })),
      ceremony: round.ceremony,
    });
    return ok({ name: "報道資料.pdf", mediaType: "application/pdf", content });
  },
});
