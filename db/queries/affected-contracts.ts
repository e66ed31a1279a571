import { sql } from "drizzle-orm";
import { rowsOf, type Handle } from "#db/client.ts";
import type { Scope } from "#machines/engine/notify-customers.ts";

/** A contract that a scope touches, wholly or by some of its options. */
export interface AffectedContract {
  customerId: string;
  customerName: string;
  contractId: string;
  number: string;
  /** Whether the contract itself is touched: it was named, or has its basic menu in the scope. */
  isWhole: boolean;
  /** Options with a menu of the scope, where the contract as a whole is not touched. */
  options: { optionId: string; menuCode: string }[];
  endDay: string | null;
}

/** Contracts from acceptance to their end, and options likewise. */
const livingContract = sql`c.status in ('accepted', 'preparing', 'active')`;
const livingOption = sql`o.status not in
  ('unopened', 'requested', 'rejected', 'withdrawn', 'done', 'ended')`;

/** What a scope names: codes of menus, and ids of contracts. */
function namesOf(scopes: readonly Scope[]): { codes: string[]; contracts: string[] } {
  return {
    codes: scopes.flatMap((scope) =>
      scope.kind === "menus" ? scope.menus.map(({ code }) => code) : [],
    ),
    contracts: scopes.flatMap((scope) =>
      scope.kind === "contracts" ? scope.contracts.map(({ contractId }) => contractId) : [],
    ),
  };
}

/**
 * The living contracts that scopes touch, in the order of customers.
 *
 * @param after the customer behind whom to begin
 * @param customers how many customers' contracts to read at most
 */
export async function readAffectedContracts(
  tx: Handle,
  scopes: readonly Scope[],
  { after, customers }: { after?: string; customers?: number } = {},
): Promise<AffectedContract[]> {
  const { codes, contracts } = namesOf(scopes);
  return rowsOf<AffectedContract>(
    tx,
    sql`with wanted as (
          select array(select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb)) as codes,
            array(select jsonb_array_elements_text(${JSON.stringify(contracts)}::jsonb)::uuid) as ids
        ), touched as (
          select c.customer_id, c.contract_id, c.number, c.end_day,
            c.contract_id = any (w.ids) or c.menu_code = any (w.codes) as whole,
            (select coalesce(jsonb_agg(
                jsonb_build_object('optionId', o.option_id, 'menuCode', o.menu_code)
                order by o.menu_code, o.option_id), '[]'::jsonb)
              from "option" o where o.customer_id = c.customer_id
                and o.contract_id = c.contract_id and ${livingOption}
                and o.menu_code = any (w.codes)) as options,
            dense_rank() over (order by c.customer_id) as place
          from contract c, wanted w
          where ${livingContract} and c.customer_id > ${after ?? "00000000-0000-0000-0000-000000000000"}::uuid
            and (c.contract_id = any (w.ids) or c.menu_code = any (w.codes)
              or exists (select from "option" o where o.customer_id = c.customer_id
                and o.contract_id = c.contract_id and ${livingOption}
                and o.menu_code = any (w.codes)))
        )
        select t.customer_id as "customerId", u.name as "customerName",
          t.contract_id as "contractId", coalesce(t.number, '') as number, t.whole as "isWhole",
          case when t.whole then '[]'::jsonb else t.options end as options,
          t.end_day::text as "endDay"
        from touched t join customer u using (customer_id)
        where t.place <= ${customers ?? 1_000_000_000}::bigint
        order by t.customer_id, t.number`,
  );
}
