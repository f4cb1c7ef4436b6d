import { ButtonLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Facts, Section } from "#ui/page.tsx";
import { type Language, PLACE_NAMES, TOPIC_NAMES } from "../../model/offer.messages.ts";
import { STATUS_NAMES } from "../../model/request.messages.ts";
import { showDay, showSlot } from "../../model/visit.present.ts";
import type { Said } from "../../parts/answers.tsx";
import { asTyped } from "../../parts/facts.tsx";
import { RECEIPT } from "../receipt.messages.ts";
import type { ReceiptView } from "../receipt.usecases.server.ts";

/** The way back to this page, also from paper or a telephone. */
export function Address({ code, language }: { code: string; language: Language }) {
  const text = RECEIPT[language];
  return (
    <Section title={text.address} lead={text.addressLead}>
      <img src={code} alt={text.code} className="size-40" />
    </Section>
  );
}

/** What can be done with it besides: the visit in one's calendar, a change. */
export function Ways({ view, base, language }: { view: ReceiptView; base: string; language: Language }) {
  const text = RECEIPT[language];
  return (
    <p className="no-print my-4 flex flex-wrap gap-3">
      {view.request.fixed && view.request.status === "fixed" ? (
        <ButtonLink to={`${base}/visit.ics`} reload>
          {text.calendar}
        </ButtonLink>
      ) : null}
      {view.changeable.length > 0 ? <ButtonLink to={`${base}/change`}>{text.change}</ButtonLink> : null}
    </p>
  );
}

/** Whoever is signed in for a workplace keeps the request with its account. */
export function Claim({ answer, language }: Said) {
  const text = RECEIPT[language];
  return (
    <Section title={text.claim} lead={text.claimLead}>
      <CommandForm
        command="receipt.claim"
        answer={answer}
        submit={text.claim}
        kind="secondary"
        language={language}
      />
    </Section>
  );
}

/** Taking it back stands last and behind one tap: it can't be undone. */
export function Withdraw({ answer, language }: Said) {
  const text = RECEIPT[language];
  return (
    <details className="no-print mt-10 border-t border-solid-gray-300 pt-4">
      <summary className="min-h-11 cursor-pointer py-2 underline underline-offset-4">{text.withdraw}</summary>
      <p className="mb-3">{text.withdrawLead}</p>
      <CommandForm
        command="receipt.withdraw"
        answer={answer}
        submit={text.withdraw}
        kind="danger"
        language={language}
      />
    </details>
  );
}

/** The request as the workplace made it, and what became of it. */
export function ReceiptFacts({ view, language }: { view: ReceiptView; language: Language }) {
  const text = RECEIPT[language];
  const { request, comers, reported } = view;
  const { fixed } = request;
  const wishes = request.wishes.map((slot) => showSlot(slot, language)).join("、");
  const asked = request.asked.map((slot) => showSlot(slot, language)).join("、");
  const equipment = comers.map((one) => one.equipment).filter(Boolean);
  const whoComes = (one: (typeof comers)[number]) =>
    `${one.name}（${one.feeNote || text.fee[one.paid ? "paid" : "free"]}）`;
  const count = (people: number) => (language === "ja" ? `${people}人` : String(people));
  const about = [
    ...(view.service ? [view.service[language]] : []),
    ...request.topics.map((topic) => TOPIC_NAMES[topic][language]),
  ].join(language === "ja" ? "・" : ", ");
  return (
    <Facts
      items={[
        { name: text.number, value: <strong className="text-std-20B-160">{request.number}</strong> },
        {
          name: text.state,
          value:
            request.status === "new"
              ? `${text.sent}${language === "en" ? ". " : "。"}${text.soon}`
              : STATUS_NAMES[request.status][language],
        },
        { name: text.about, value: about || null },
        { name: text.wish, value: asTyped(request.wish) },
        { name: text.people, value: `${count(request.people)}　${PLACE_NAMES[request.place][language]}` },
        { name: text.visit, value: fixed && showSlot(fixed, language) },
        { name: text.comers, value: fixed && comers.map(whoComes).join("、") },
        { name: text.prepare, value: (fixed && equipment.join("、")) || null },
        { name: text.wishes, value: fixed ? null : wishes || text.propose },
        { name: text.asked, value: fixed ? null : asked || null },
        { name: text.due, value: request.dueOn && showDay(request.dueOn, language) },
        { name: text.report, value: reported || null },
      ]}
    />
  );
}
