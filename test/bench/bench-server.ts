import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { startJobs } from "#app/workflow/jobs.ts";
import { openPostgres } from "#db/client.ts";
import { migratePostgres } from "#db/migrate.ts";
import { changeUrl } from "#test/helpers/database-setup.ts";
import { startPostgres } from "#test/helpers/postgres-server.ts";

/** One database of the benchmark. */
export interface BenchDatabase {
  readonly name: string;
  /** The portal's own login, which is no superuser. */
  readonly url: string;
  /** For a connection outside row-level security. */
  readonly superuserUrl: string;
  /** Runs one statement outside row-level security, to arrange and to count. */
  asSuperuser<Row = Record<string, unknown>>(text: string): Promise<Row[]>;
  /** Closes our connection and deletes the database. */
  drop(): Promise<void>;
  /** A database with the same content; nobody may be connected to this one meanwhile. */
  copy(): Promise<BenchDatabase>;
}

export interface BenchServer {
  /** A migrated database without rows, but with the queues of the jobs. */
  createDatabase(): Promise<BenchDatabase>;
  /** How many connections the server leaves to one client program. */
  readonly connections: number;
  /** Removes every database made here, and the server where it is our own. */
  close(): Promise<void>;
}

async function makeQueues(url: string): Promise<void> {
  const database = openPostgres(url);
  const faults: Error[] = [];
  const jobs = await startJobs(database, (error) => faults.push(error), false);
  await jobs.stop();
  await database.close();
  if (faults.length > 0) throw new AggregateError(faults, "The job queue had faults.");
}

/** Connections for ourselves, for the queue's pool and for the superusers' reserve. */
const keptBack = 30;

/**
 * The PostgreSQL to measure on: the one given, or one of our own that writes to the disk as in
 * production (fsync on).
 *
 * @param given a superuser's address
 */
export async function openBenchServer(given: string | undefined): Promise<BenchServer> {
  const own = given === undefined ? await startPostgres({ durable: true }) : undefined;
  const superuserUrl = given ?? own?.url ?? "";
  const run = randomBytes(4).toString("hex");
  const [login, password] = [`portal_bench_${run}`, randomBytes(16).toString("hex")];
  const options = { max: 1, onnotice: () => {} };
  const maintenance = postgres(superuserUrl, options);
  const open = new Set<BenchDatabase>();
  let made = 0;

  const create = async (source?: string): Promise<BenchDatabase> => {
    made += 1;
    const name = `portal_bench_${run}_${made}`;
    const copied = source === undefined ? "" : ` template ${source} strategy file_copy`;
    await maintenance.unsafe(`create database ${name}${copied}`);
    const address = changeUrl(superuserUrl, { database: name });
    let superuser: postgres.Sql | undefined;
    const disconnect = async () => {
      await superuser?.end({ timeout: 5 });
      superuser = undefined;
    };
    const database: BenchDatabase = {
      name,
      url: changeUrl(address, { user: login, password }),
      superuserUrl: address,
      asSuperuser: async <Row>(text: string) => {
        superuser ??= postgres(address, options);
        return [...(await superuser.unsafe<Row[] & object[]>(text))];
      },
      copy: async () => {
        await disconnect();
        return create(name);
      },
      drop: async () => {
        await disconnect();
        await maintenance.unsafe(`drop database if exists ${name} with (force)`);
        open.delete(database);
      },
    };
    open.add(database);
    return database;
  };

  const close = async () => {
    if (!own) {
      for (const database of open) await database.drop();
      await maintenance.unsafe(`drop role if exists ${login}`);
    }
    await maintenance.end({ timeout: 5 });
    await own?.close();
  };
  try {
    await maintenance.unsafe(`create role ${login} login noinherit password '${password}'`);
    const [row] = await maintenance<
      { most: string }[]
    >`select current_setting('max_connections') as most`;
    return {
      connections: Number(row?.most) - keptBack,
      createDatabase: async () => {
        const database = await create();
        await migratePostgres(changeUrl(superuserUrl, { database: database.name }), login);
        await makeQueues(database.url);
        return database;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
