import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import net from 'node:net';

/** False where the system does not tell of another process's sockets. */
export const socketsAreListed = process.platform === 'linux';

/** The sockets of a process that reach beyond this machine's own pipes: `tcp 0100007F:1F90 -> 00000000:0000`. */
export function networkSockets(pid: number): readonly string[] {
  const own = new Set(readdirSync(`/proc/${pid}/fd`).flatMap((fd) => inodeOf(`/proc/${pid}/fd/${fd}`)));
  return ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'].flatMap((protocol) =>
    readFileSync(`/proc/${pid}/net/${protocol}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => own.has(fields[9] ?? ''))
      .map((fields) => `${protocol} ${fields[1]} -> ${fields[2]}`),
  );
}

/** Nothing for what is no socket, or closed meanwhile. */
function inodeOf(link: string): readonly string[] {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.slice(1) ?? [];
  } catch {
    return [];
  }
}

/** Looks at a process again and again until it is stopped; answers all that was ever seen, and how often was looked. */
export function watchSockets(pid: number): () => { readonly seen: readonly string[]; readonly looks: number } {
  const seen = new Set<string>();
  let looks = 0;
  const look = () => {
    for (const socket of networkSockets(pid)) seen.add(socket);
    looks++;
  };
  look();
  const timer = setInterval(look, 20);
  return () => {
    clearInterval(timer);
    look();
    return { seen: [...seen], looks };
  };
}

/** Notes where this process, the extension host, connects to, until it is stopped. */
export function watchConnections(): () => readonly string[] {
  const connected: string[] = [];
  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
    const [first] = args.flat() as readonly unknown[];
    const {
      host = 'localhost',
      port,
      path,
    } = (typeof first === 'object' ? first : { port: first }) as net.TcpSocketConnectOpts & { path?: string };
    if (path === undefined && typeof first !== 'string') connected.push(`${host}:${port}`);
    return Reflect.apply(connect, this, args);
  } as typeof connect;
  return () => {
    net.Socket.prototype.connect = connect;
    return connected;
  };
}
