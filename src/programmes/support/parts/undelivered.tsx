import type { Undelivered } from "#platform/mail/deliveries.ts";
import { toldJa } from "#platform/mail/messages.ts";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OutwardForm } from "#ui/outward.tsx";
import { OWN_MAIL, UNDELIVERED } from "../letters/undelivered.messages.ts";
import type { UndeliveredMail } from "../letters/undelivered.queries.server.ts";
import { mayStep } from "../model/enquiry.rules.ts";
import type { Language } from "../model/offer.messages.ts";
import { may, type Status } from "../model/request.rules.ts";
import type { ShownEnquiry } from "../requests/request-view.present.ts";
import type { Answered } from "./answers.tsx";
import { Behind } from "./request-parts.tsx";

const numbered = (sentence: string, phone: string) => `${sentence}${phone ? `: ${phone}` : "。"}`;

/** In the row of an office: that its mail did not arrive, and what to do instead. */
export function UndeliveredEnquiry({
  one,
  answer,
  mail,
  status,
}: {
  one: ShownEnquiry;
  answer: Answered;
  mail: UndeliveredMail["enquiries"][string];
  status: Status;
}) {
  const open = may(status, "remind") && mayStep(one.state, "remind");
  return (
    <div className="my-2 border-l-4 border-error-1 pl-3">
      <p>
        <span className="mr-1" aria-hidden="true">
          ▲
        </span>
        {toldJa(mail)}
        <span className="block break-all">{mail.to}</span>
        {mail.forGood ? (
          <span className="block">
            {numbered(open ? UNDELIVERED.byPhone : UNDELIVERED.tellByPhone, mail.phone)}
          </span>
        ) : null}
      </p>
      {open && mail.forGood ? (
        <Behind summary={UNDELIVERED.elsewhere} command="enquiry.redirect" answer={answer}>
          <OutwardForm
            command="enquiry.redirect"
            answer={answer}
            question={UNDELIVERED.elsewhereAsk}
            confirm={UNDELIVERED.send}
            labels={{ email: UNDELIVERED.address }}
            submit={UNDELIVERED.askThere}
            kind="secondary"
          >
            <input type="hidden" name="enquiry" value={one.id} />
            <TextField
              label={UNDELIVERED.address}
              hint={UNDELIVERED.addressHint}
              name="email"
              type="email"
              autoComplete="off"
            />
          </OutwardForm>
        </Behind>
      ) : null}
    </div>
  );
}

/** At the head of a request: that the workplace does not get our mail. */
export function UndeliveredWorkplace({ mail, phone }: { mail: Undelivered; phone: string }) {
  return (
    <Notice kind="warning" title={`${UNDELIVERED.workplace}: ${toldJa(mail)}`}>
      <p>
        <span className="break-all">{mail.to}</span>
        {mail.forGood ? `　${numbered(UNDELIVERED.tellByPhone, phone)}` : null}
      </p>
    </Notice>
  );
}

/** On the workplace's own page: that its mailbox did not take our mail. */
export function OwnMail({ mail, language }: { mail: Undelivered | undefined; language: Language }) {
  if (!mail?.forGood) return null;
  return (
    <Notice kind="warning" title={OWN_MAIL[language].title(mail.to)} language={language}>
      {OWN_MAIL[language].text}
    </Notice>
  );
}
