import type { ReactNode } from "react";
import { Folded } from "#ui/fold.tsx";
import { Section } from "#ui/page.tsx";
import { StateBar } from "#ui/state-bar.tsx";
import { STAGE } from "../messages.ts";
import { STAGES, type Stage } from "../model/meeting.rules.ts";
import type { MeetingPart } from "./meeting.tsx";

/** Where the meeting stands, with the day of each part. */
export const MeetingWay = ({ view: { stage, notes } }: Pick<MeetingPart, "view">) => (
  <StateBar
    label="会議の進み具合"
    now={stage}
    steps={STAGES.map((key) => ({ key, label: STAGE[key], note: notes[key] }))}
  />
);

/** A part of the way: open while it is the present one, else behind one tap. */
export function Part({
  stage,
  now,
  title,
  lead,
  open,
  children,
}: {
  stage: Stage;
  now: Stage | undefined;
  title: string;
  lead?: ReactNode;
  /** Something in it was asked for or refused. */
  open?: boolean;
  children: ReactNode;
}) {
  if (stage === now)
    return (
      <Section title={title} lead={lead}>
        {children}
      </Section>
    );
  return (
    <div className="mt-4 border-t border-solid-gray-300">
      <Folded
        summary={
          <span>
            {title} <span className="ml-2 text-solid-gray-800">{lead}</span>
          </span>
        }
        open={open ?? false}
      >
        {children}
      </Folded>
    </div>
  );
}
