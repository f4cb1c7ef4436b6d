import { ButtonLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Facts, Section } from "#ui/page.tsx";
import { type Language, PLACE_NAMES, TOPIC_NAMES } from "../../model/offer.messages.ts";
import { showDay, showSlot } from "../../model/visit.present.ts";
import type { Said } from "../../parts/answers.tsx";
import { asTyped } from "../../parts/facts.tsx";
import { RECEIPT } from "../receipt.messages.ts";
import type { ReceiptView } from "../receipt.usecases.server.ts";
import { STEPS } from "../receipt-steps.messages.ts";

/** What can be done with it besides: the visit in one's calendar, a change. */
export function Ways({ view, base, language }: { view: ReceiptView; base: string; language: Language }) {
  const text = RECEIPT[language];
  return (
    <p className="no-print my-4 flex flex-wrap gap-3">
      {view.request.fixed && view.request.status === "fixed" ? (
        <ButtonLink to={`${base}/visit.ics`} kind="primary" reload>
          {text.calendar}
        </ButtonLink>
      ) : null}
      {view.changeable.length > 0 ? (
        <ButtonLink to={`${base}/change`}>
          {view.request.status === "fixed" ? text.changeDay : text.change}
        </ButtonLink>
      ) : null}
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

/** What matters now: the date once there is one, else how it stands. */
export function ReceiptHead({ view, language }: { view: ReceiptView; language: Language }) {
  const text = RECEIPT[language];
  const { request, comers, wanted } = view;
  const { fixed, status } = request;
  const state = STEPS[language].states[status];
  const equipment = comers.map((one) => one.equipment).filter(Boolean);
  const whoComes = (one: (typeof comers)[number]) =>
    `${one.name}（${one.feeNote || text.fee[one.paid ? "paid" : "free"]}）`;
  const place = request.place === "on_site" ? [view.town, request.address].filter(Boolean).join(" ") : "";
  const shows = fixed && ["fixed", "held", "reported", "closed"].includes(status) ? fixed : undefined;
  const others = request.otherDays;
  return (
    <section className="border-l-8 border-blue-900 bg-solid-gray-50 px-4 py-4">
      <p className="text-std-16B-170">{state}</p>
      {shows ? (
        <p className="text-std-28B-150">
          <span className="inline-block">{showDay(shows.day, language)}</span>{" "}
          <span className="inline-block">{`${shows.from}–${shows.to}`}</span>
        </p>
      ) : null}
      <Facts
        items={[
          { name: text.number, value: <strong className="text-std-20B-160">{request.number}</strong> },
          { name: text.madeOn, value: showDay(request.madeOn, language) },
          { name: text.option, value: wanted ?? view.service?.[language] ?? null },
          { name: text.place, value: shows ? place || PLACE_NAMES[request.place][language] : null },
          { name: text.comers, value: shows ? comers.map(whoComes).join("、") || null : null },
          { name: text.prepare, value: (shows && equipment.join("、")) || null },
          {
            name: text.otherDay,
            value:
              status === "fixed" && others.length > 0
                ? others.map((slot) => showSlot(slot, language)).join("、")
                : null,
          },
          { name: text.due, value: request.dueOn && showDay(request.dueOn, language) },
        ]}
      />
    </section>
  );
}

/** The request as the workplace made it, and what became of it. */
export function ReceiptFacts({ view, language }: { view: ReceiptView; language: Language }) {
  const text = RECEIPT[language];
  const { request, reported } = view;
  const { fixed } = request;
  const shown = (slots: typeof request.wishes) => slots.map((slot) => showSlot(slot, language)).join("、");
  const count = (people: number) => (language === "ja" ? `${people}人` : String(people));
  const about = [
    ...(view.service ? [view.service[language]] : []),
    ...request.topics.map((topic) => TOPIC_NAMES[topic][language]),
  ].join(language === "ja" ? "・" : ", ");
  return (
    <Section title={text.details}>
      <Facts
        items={[
          { name: text.about, value: about || null },
          { name: text.wish, value: asTyped(request.wish) },
          { name: text.people, value: count(request.people) },
          { name: text.place, value: PLACE_NAMES[request.place][language] },
          { name: text.wishes, value: fixed ? null : shown(request.wishes) || text.propose },
          { name: text.asked, value: fixed ? null : shown(request.asked) || null },
          { name: text.report, value: reported || null },
        ]}
      />
    </Section>
  );
}
