import { useEffect, useSyncExternalStore } from "react";

/** What the server says of the session behind a page: `over` where there is none any more. */
export type LockAnswer = Readonly<{
  state: "open" | "locked" | "over";
  user: string | null;
  locksInMs: number;
}>;

/** What unlocking over a page comes to: the next step, or why not. */
export type Unlocked = Readonly<{ next?: "done" | "second-factor"; refused?: string; again?: boolean }>;

/** Where the server is asked whether the page is locked, and to unlock it. */
export const LOCK_ADDRESS = "/lock/here";
/** Pages that unlock, or end the session, by themselves. */
const OWN = /^\/(lock|sign-in|sign-out|resume)(\/|\.data|$)/;
/** So soon after the server was heard of, a session has hardly locked. */
const FRESH_MS = 60_000;
/** So often at most it is told that somebody types. */
const TOLD_EVERY_MS = 5 * 60_000;

let state: LockAnswer["state"] = "open";
let heardAt = Date.now();
let timer: ReturnType<typeof setTimeout> | undefined;
let back = () => {};
const listeners = new Set<() => void>();
const waiting = new Set<() => void>();

const owner = () => document.querySelector<HTMLElement>("[data-drafts-of]")?.dataset.draftsOf;
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Whether this tab is locked: the page stays as it is in memory, hidden, until its person unlocks it. */
export const useLock = (): LockAnswer["state"] =>
  useSyncExternalStore(
    subscribe,
    () => state,
    () => "open",
  );

/** Asks the server whether the session has locked. Where it can't be asked, nothing changes. */
export async function lookAtLock(method: "GET" | "POST" = "GET"): Promise<void> {
  const body = method === "POST" ? new URLSearchParams({ step: "active" }) : null;
  const response = await fetch(LOCK_ADDRESS, { method, body }).catch(() => undefined);
  if (!response?.ok) return;
  const answer = (await response.json()) as LockAnswer;
  // Somebody else signed in meanwhile, in another tab: nothing of this page is theirs.
  if (answer.user !== null && owner() !== undefined && answer.user !== owner()) location.reload();
  else setLock(answer);
}

function setLock(answer: LockAnswer): void {
  clearTimeout(timer);
  if (answer.state === "open") {
    heardAt = Date.now();
    timer = setTimeout(() => void lookAtLock(), answer.locksInMs + 500);
  }
  if (answer.state === state) return;
  const wasOpen = state === "open";
  if (wasOpen) back = wayBack();
  state = answer.state;
  for (const listener of listeners) listener();
  if (state !== "open") return;
  back();
  for (const go of waiting) go();
  waiting.clear();
}

/** To the field and the place of the page where somebody was. */
function wayBack(): () => void {
  const [field, top] = [document.activeElement, window.scrollY];
  return () =>
    requestAnimationFrame(() => {
      window.scrollTo(0, top);
      if (field instanceof HTMLElement) field.focus({ preventScroll: true });
    });
}

/** Watches over the page of somebody who is signed in: by the clock, when they come back to it, and while they type. */
export function useLockWatch(locksInMs: number): void {
  useEffect(() => {
    timer = setTimeout(() => void lookAtLock(), locksInMs + 500);
    const look = () => {
      if (document.visibilityState === "visible") void lookAtLock();
    };
    const typed = () => {
      if (state !== "open" || Date.now() - heardAt < TOLD_EVERY_MS) return;
      heardAt = Date.now();
      void lookAtLock("POST");
    };
    addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    addEventListener("input", typed);
    return () => {
      clearTimeout(timer);
      removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
      removeEventListener("input", typed);
    };
  }, [locksInMs]);
}

/**
 * In the browser, around each sending of a form, and each change of page after a while: where the session has locked,
 * or is over, it waits until it is unlocked and then goes on, so that what is sent is sent once and typed once.
 */
export async function unlockFirst<T>(
  { request }: Readonly<{ request: Request }>,
  next: () => Promise<T>,
): Promise<T> {
  const sends = request.method !== "GET";
  const asks = sends || Date.now() - heardAt > FRESH_MS;
  if (asks && owner() !== undefined && !OWN.test(new URL(request.url).pathname)) {
    await lookAtLock();
    if (state !== "open") await new Promise<void>((resolve) => waiting.add(resolve));
  }
  return next();
}
