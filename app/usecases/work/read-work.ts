import { currentPortal } from "#app/portal.ts";
import type { Principal } from "#app/usecases/principal.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readColleagues, readTaskOwners } from "#db/queries/work/task-owners.ts";
import type { StaffRole } from "#machines/engine/actor.ts";
import { dayOf, tokyoDay } from "#machines/calendar.ts";
import type { Clause } from "#machines/terms/articles.ts";
import { taskKindOf, taskKinds, type TaskKindName } from "./task-kinds.ts";
import type { FoundTask } from "./task.ts";

/** A task in the list: what it is, who has it, how long it waits. */
export interface WorkItem extends FoundTask {
  kind: TaskKindName;
  role: StaffRole;
  clause: Clause | null;
  ownerId: string | null;
  /** Null where nobody has it, or whoever has it is gone. */
  ownerName: string | null;
  /** Whole days since it began to wait. */
  ageDays: number;
  isOverdue: boolean;
  /** Whether the person who looks may do it. */
  isMine: boolean;
}

/** How the list is narrowed, as it comes with the address. */
export interface WorkFilter {
  kind: string | null;
  role: string | null;
  owner: string | null;
  page: string | null;
}

const workOwners = ["all", "me", "nobody"] as const;
const workRoles = ["operations", "finance", "admin"] as const;

/** One page of what waits for staff, and how much there is of each kind. */
export interface WorkPage {
  items: WorkItem[];
  /** How many tasks of each kind wait, by the role and owner chosen; kinds with none are left out. */
  counts: { kind: TaskKindName; waiting: number }[];
  filter: {
    kind: TaskKindName | null;
    role: StaffRole | "all";
    owner: (typeof workOwners)[number];
  };
  /** Those to whom a task of a role can be given. */
  colleagues: { userId: string; name: string; roles: StaffRole[] }[];
  total: number;
  page: number;
  pages: number;
}

/** How many tasks a page shows. */
const tasksPerPage = 50;

const rolesOf = (text: string): StaffRole[] =>
  workRoles.filter((role) => text.split(",").includes(role));

const choice = <Value extends string>(values: readonly Value[], typed: string | null) =>
  values.find((value) => value === typed);

/**
 * Everything that waits for a person of the staff, by due day. A person sees the tasks of the own
 * roles, and those of others on demand.
 *
 * @throws Problem `notAllowed` for anybody who is not staff
 */
export async function readWork(principal: Principal, wanted: WorkFilter): Promise<WorkPage> {
  const own = workRoles.filter((role) => principal.roles.includes(role));
  if (own.length === 0) throw new Problem("notAllowed", "needs a role of the staff");
  const role = choice([...workRoles, "all"] as const, wanted.role) ?? own[0] ?? "all";
  const owner = choice(workOwners, wanted.owner) ?? "all";
  const kind = taskKindOf(wanted.kind)?.name ?? null;
  const today = tokyoDay(principal.receivedAt);
  const { found, people } = await currentPortal().database.transaction(
    { role: "portal_staff" },
    async (tx) => {
      const tasks: (FoundTask & Pick<WorkItem, "kind" | "role" | "clause">)[] = [];
      for (const kindOfTask of taskKinds) {
        if (role !== "all" && kindOfTask.role !== role) continue;
        const { name, role: needed, clause } = kindOfTask;
        const waiting = await kindOfTask.find(tx, today);
        tasks.push(...waiting.map((task) => ({ ...task, kind: name, role: needed, clause })));
      }
      const owners = await readTaskOwners(
        tx,
        tasks.map(({ subject }) => subject),
      );
      const taken = new Map(owners.map((row) => [keyOf(row), row.ownerId]));
      return {
        found: tasks.map((task) => ({ ...task, ownerId: taken.get(keyOf(task)) ?? null })),
        people: await readColleagues(tx),
      };
    },
  );
  const names = new Map(people.map(({ userId, name }) => [userId, name]));
  const isWanted = ({ ownerId }: { ownerId: string | null }) =>
    owner === "all" || (owner === "me" ? ownerId === principal.userId : ownerId === null);
  const ofOwner = found.filter(isWanted);
  const counts = taskKinds
    .map(({ name }) => ({
      kind: name,
      waiting: ofOwner.filter((task) => task.kind === name).length,
    }))
    .filter(({ waiting }) => waiting > 0);
  const listed = ofOwner
    .filter((task) => kind === null || task.kind === kind)
    .toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : Number(rankOf(a) > rankOf(b))));
  const pages = Math.max(1, Math.ceil(listed.length / tasksPerPage));
  const page = Math.min(Math.max(1, Math.trunc(Number(wanted.page)) || 1), pages);
  const items = listed.slice((page - 1) * tasksPerPage, page * tasksPerPage).map((task) => ({
    ...task,
    ownerName: (task.ownerId && names.get(task.ownerId)) ?? null,
    ageDays: task.since ? dayOf(task.since).until(today, { largestUnit: "days" }).days : 0,
    isOverdue: task.due !== "" && task.due < today.toString(),
    isMine: own.includes(task.role),
  }));
  const colleagues = people.map(({ userId, name, role: text }) => ({
    ...{ userId, name, roles: rolesOf(text) },
  }));
  return {
    items,
    counts,
    filter: { kind, role, owner },
    colleagues,
    total: listed.length,
    page,
    pages,
  };
}

const keyOf = ({
  customerId,
  kind,
  subject,
}: {
  customerId: string;
  kind: string;
  subject: string;
}) => `${customerId}/${kind}/${subject}`;

/** The due day first, then how long it waits, then what it is: the same order at every look. */
const rankOf = ({ due, since, kind, name, subject }: FoundTask & { kind: string }) =>
  [due, since, kind, name, subject].join("\n");
