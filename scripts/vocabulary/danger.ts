/** What is opened before a red button is seen, and the forms that ask by themselves. */
const FOLD = /<(\/?)(Folded|Fold|Behind|details)\b/g;
const ASKING = new Set(["Removal", "OutwardForm"]);

/** Red at one press, and why. A page leaves this list when it asks; none comes. */
const APART: Readonly<Record<string, string>> = {
  "src/ui/removal.tsx": "the part itself",
  "src/foundation/identity/pages/account-second-factor.tsx": "the password that stands there is the question",
  "src/evidence/materials/pages/order.tsx": "a reason is typed first; its mail is not shown yet",
  "src/evidence/directory/pages/owner.tsx": "a reason is typed first, and the owner can list the entry again",
  "src/sensitive/stress-check/pages/stress-run.tsx": "closing and forgetting a run are not asked yet",
};

/** Red buttons that act at one press: what ends or goes is asked first (src/ui/README.md). */
export function dangerProblems(path: string, text: string): string[] {
  if (!/^src\/.+\.tsx$/.test(path) || path.includes(".test.") || path in APART) return [];
  return [...text.matchAll(/kind="danger"/g)].flatMap(({ index }) => {
    const before = text.slice(0, index);
    const folds = [...before.matchAll(FOLD)].reduce((depth, [, closes]) => depth + (closes ? -1 : 1), 0);
    const form = [...before.matchAll(/<([A-Z]\w*)/g)].at(-1)?.[1] ?? "";
    const row = before.split("\n").length;
    return folds > 0 || ASKING.has(form)
      ? []
      : [`${path}:${row}: a red button acts at one press; use Removal, which names what goes and asks`];
  });
}
