import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { ChoiceField, TextField } from "#ui/field.tsx";
import { Empty } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { ORDER_TEXT, obstacleText, reasonsFor } from "../matching/messages.ts";
import type { Candidate } from "../matching/rules.ts";
import { OFFER_KINDS, PROFESSIONS } from "../offers/lists/schema.ts";
import { KIND_NAMES, PROFESSION_NAMES } from "../offers/messages.ts";
import { PAGE } from "../requests/asking/messages.ts";
import { may } from "../requests/rules.ts";
import type { RequestView } from "../requests/view/usecases.server.ts";
import { showSlot } from "../visits/present.ts";
import { Wishes } from "./wish-fields.tsx";

const WHO = [
  { value: "", label: "だれでも" },
  ...PROFESSIONS.map((value) => ({ value, label: PROFESSION_NAMES[value].ja })),
  ...OFFER_KINDS.map((value) => ({ value, label: KIND_NAMES[value].ja })),
];
const BOX = "min-h-11 rounded-8 border border-solid-gray-600 bg-white px-3 text-std-16N-170";

/** Who fits and why, who does not and why not; those ticked are asked. */
export function AskPeople({ view }: { view: RequestView; today: PlainDate }) {
  const { request, candidates, enquiries } = view;
  if (!may(request.status, "ask")) return null;
  const fitting = candidates.filter((one) => one.fits);
  const rest = candidates.filter((one) => !one.fits);
  const more = enquiries.length > 0;
  return (
    <Section title={more ? "ほかにもたずねる" : "だれにたずねるか"} lead={ORDER_TEXT}>
      {candidates.length === 0 ? (
        <Empty title="同じ内容の提供が、まだ登録されていません">
          「応援団と提供」で登録するか、応えられないと返してください。
        </Empty>
      ) : null}
      <OnceForm
        submit={more ? "追加でたずねる" : "たずねる"}
        kind={more ? "secondary" : "primary"}
        noValidate
      >
        <input type="hidden" name="do" value="ask" />
        <ul>
          {fitting.map((one) => (
            <Option key={one.offer.id} one={one} slots={request.slots} />
          ))}
        </ul>
        {rest.length > 0 ? (
          <details className="my-3" open={fitting.length === 0}>
            <summary className="min-h-11 cursor-pointer py-2 underline underline-offset-4">{`合わないもの（${rest.length}）とその理由`}</summary>
            <ul>
              {rest.map((one) => (
                <Option key={one.offer.id} one={one} slots={request.slots} />
              ))}
            </ul>
          </details>
        ) : null}
        {more ? null : (
          <>
            <fieldset className="my-5">
              <legend className="text-std-16B-170">必要な人</legend>
              {[1, 2, 3].map((n) => (
                <div key={n} className="my-2 flex items-center gap-3">
                  <input
                    type="number"
                    name={`count${n}`}
                    min={0}
                    max={10}
                    defaultValue={n === 1 ? 1 : 0}
                    aria-label={`必要な人${n}の数`}
                    className={`${BOX} w-20`}
                  />
                  <select name={`who${n}`} aria-label={`必要な人${n}`} className={BOX}>
                    {WHO.map((who) => (
                      <option key={who.value} value={who.value}>
                        {who.label}
                      </option>
                    ))}
                  </select>
                </div>
              ))}
            </fieldset>
            <ChoiceField
              label="たずね方"
              name="mode"
              type="radio"
              chosen={["together"]}
              options={[
                { value: "together", label: "まとめてたずねる" },
                { value: "in_turn", label: "上から順に、一つずつ" },
              ]}
            />
            <ChoiceField
              label="決め方"
              name="decidedBy"
              type="radio"
              chosen={["coordinator"]}
              options={[
                { value: "coordinator", label: "事務局が選ぶ" },
                { value: "first_come", label: "先に答えたところ" },
              ]}
            />
          </>
        )}
        <TextField label="返事の期限（日数）" name="days" type="number" min={1} max={60} defaultValue={7} />
        {request.slots.length === 0 ? <Wishes typed={{}} errors={{}} text={PAGE.ja} /> : null}
      </OnceForm>
    </Section>
  );
}

function Option({ one, slots }: { one: Candidate; slots: RequestView["request"]["slots"] }) {
  const { offer } = one;
  const who = offer.parts.map((part) => part.organisationName).join("と");
  return (
    <li className="border-b border-solid-gray-200 py-2">
      <label className="flex cursor-pointer gap-3">
        <input
          type="checkbox"
          name="offer"
          value={offer.id}
          className="mt-1 size-5 shrink-0 accent-blue-900"
        />
        <span className="min-w-0 grow">
          <strong>{who}</strong>　{offer.title}
          <span className="block text-dns-14N-130">{reasonsFor(one).join("・")}</span>
          {one.obstacles.length > 0 ? (
            <span className="block text-dns-14N-130">{`× ${one.obstacles.map((each) => obstacleText(each)).join("、")}`}</span>
          ) : null}
          {slots.map((slot, index) => {
            const against = one.slots[index];
            return (
              <span key={`${slot.day}${slot.from}`} className="mr-4 inline-block text-dns-14N-130">
                {`${showSlot(slot)} ${against ? `× ${obstacleText(against)}` : "○"}`}
              </span>
            );
          })}
        </span>
      </label>
    </li>
  );
}
