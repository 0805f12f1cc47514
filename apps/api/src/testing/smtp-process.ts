/**
 * A mail server as a process of its own, for tests: `smtp-server` where it behaves, a bare socket where it does not. The
 * parent says by message how to behave; each mail taken is told to the parent.
 */
import { createServer, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Behaviour =
  | 'accept'
  | 'refuse-recipient' // 550
  | 'busy' // 451 after the text
  | 'silent' // takes the connection and says nothing
  | 'silent-after-text' // takes the text and says nothing
  | 'hang-up-in-text'; // closes while the text comes

let behaviour: Behaviour = 'accept';
const tell = (message: unknown) => process.send?.(message);
const answer = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onRcptTo: (address, _session, done) =>
    behaviour === 'refuse-recipient' ? done(answer(550, `no such user ${address.address}`)) : done(),
  onData: (stream, session, done) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    stream.on('end', () => {
      if (behaviour === 'busy') return done(answer(451, 'try again later'));
      tell({ mail: { to: session.envelope.rcptTo.map((r) => r.address), text } });
      done();
    });
  },
});

/** Speaks just enough to be let down by. */
function unreliable(socket: Socket): void {
  socket.on('error', () => undefined);
  if (behaviour === 'silent') return;
  socket.write('220 unreliable\r\n');
  let inText = false;
  socket.on('data', (chunk) => {
    if (inText) {
      if (behaviour === 'hang-up-in-text') socket.destroy();
      return;
    }
    for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
      if (/^DATA/i.test(line)) {
        inText = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 ok\r\n');
    }
  });
}

const bare = createServer(unreliable).listen(0, '127.0.0.1');
const listening = server.listen(0, '127.0.0.1', () => {
  const portOf = (of: { address(): unknown }) => (of.address() as { port: number }).port;
  tell({ ports: { sound: portOf(listening), unreliable: portOf(bare) } });
});
process.on('message', (message: Behaviour) => {
  behaviour = message;
  tell({ behaves: message });
});
process.on('disconnect', () => process.exit(0));
