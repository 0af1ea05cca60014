import type { Deps } from "./db.server";
import { log } from "./log.server";

/** Whether the database answers; why it does not stands in the log alone. */
export async function isDatabaseReachable({ db }: Pick<Deps, "db">): Promise<boolean> {
  try {
    await db.client.timelineHead.findUnique({ where: { id: 1 }, select: { seq: true } });
    return true;
  } catch (error) {
    log().error({ err: error });
    return false;
  }
}

export interface Gauge {
  name: string;
  help: string;
  value: number;
  labels?: Record<string, string>;
}

/** What the process itself uses. */
export function processGauges(): Gauge[] {
  const { rss, heapUsed, heapTotal } = process.memoryUsage();
  return [
    { name: "process_resident_memory_bytes", help: "Resident memory.", value: rss },
    { name: "nodejs_heap_size_used_bytes", help: "Heap in use.", value: heapUsed },
    { name: "nodejs_heap_size_total_bytes", help: "Heap reserved.", value: heapTotal },
    { name: "process_uptime_seconds", help: "Time since the start.", value: Math.round(process.uptime()) },
  ];
}

/** Gauges in the text format of Prometheus; those of one name stand together. */
export function prometheusText(gauges: readonly Gauge[]): string {
  const names = [...new Set(gauges.map(({ name }) => name))];
  const lines = names.flatMap((name) => {
    const same = gauges.filter((gauge) => gauge.name === name);
    return [`# HELP ${name} ${same[0]!.help}`, `# TYPE ${name} gauge`, ...same.map(lineOf)];
  });
  return `${lines.join("\n")}\n`;
}

function lineOf({ name, value, labels = {} }: Gauge): string {
  const pairs = Object.entries(labels).map(([key, text]) => `${key}="${text.replace(/[\\"\n]/g, "_")}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${value}`;
}
