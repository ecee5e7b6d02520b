import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from '../../lib/cli/setup.mjs'

export type Ports = { http: number; https: number; bare: number; sites: [number, number] }
export type Recipe = {
  folder: string
  ca: Buffer
  run: (name: string) => void
  useTwo: () => void
  readLog: () => string[]
  stop: () => void
}

/** The commands that README has under a mark such as `<!-- proxy -->`. */
export function readCommands(name: string): string {
  const block = new RegExp(`<!-- ${name} -->\\n\`\`\`sh\\n([^]*?)\`\`\``).exec(
    readFileSync(path.join(root, 'lib/server/README.md'), 'utf8'),
  )?.[1]
  if (!block) throw new Error(`lib/server/README.md has no commands marked ${name}`)
  return block
}

// What needs the internet, a real domain or systemd as the first process stands in here; all else is the real
// command. nginx is itself, with its own folder and process.
const standIns = `
apt-get() { command -v nginx > /dev/null; }
certbot() {
  mkdir -p "$ETC/letsencrypt/live/$SITE" && cd "$ETC/letsencrypt/live/$SITE" &&
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=$SITE" -addext "subjectAltName=DNS:$SITE" -keyout privkey.pem -out fullchain.pem 2> /dev/null
  cd "$ROOT"
}
nginx() { prepare; command nginx -q -p "$FOLDER" -c "$FOLDER/nginx.conf" "$@"; }
systemctl() { case "$*" in "reload nginx") if [ -s "$FOLDER/nginx.pid" ]; then nginx -s reload; else nginx; fi;; esac; }
# The only changes to the file: its folders and its ports.
prepare() {
  sed -i -e "s#/etc/#$ETC/#g; s#/var/#$FOLDER/var/#g; s#$FOLDER$FOLDER#$FOLDER#g" \\
    -e "s#listen 80;#listen 127.0.0.1:$HTTP;#; s#listen 443 #listen 127.0.0.1:$HTTPS #; /listen \\[::\\]/d" \\
    -e "s#127.0.0.1:3000#127.0.0.1:$FIRST#; s#127.0.0.1:3001#127.0.0.1:$SECOND#" "$ETC/nginx/conf.d/stable-futures.conf"
}
`

/** A folder in which the README's commands run as if it were the root of a machine. */
export function prepareRecipe(ports: Ports): Recipe {
  if (!existsSync('/usr/sbin/nginx') && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', 'nginx', 'wrk', 'openssl'],
    ])
      spawnSync('apt-get', args, { stdio: 'inherit', env })
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stable-futures-deploy-'))
  const etc = path.join(folder, 'etc')
  for (const name of ['etc/nginx/conf.d', 'var/log/nginx', 'var/cache/nginx', 'var/www/html', 'bare', 'temp'])
    mkdirSync(path.join(folder, name), { recursive: true })
  chmodSync(folder, 0o755)
  writeFileSync(path.join(folder, 'nginx.conf'), composeMain(folder, etc, ports))
  const env = {
    ...process.env,
    SITE: 'localhost',
    FOLDER: folder,
    ETC: etc,
    ROOT: root,
    PATH: `${process.env.PATH}:/usr/sbin:/sbin`,
    HTTP: String(ports.http),
    HTTPS: String(ports.https),
    FIRST: String(ports.sites[0]),
    SECOND: String(ports.sites[1]),
  }
  const bash = (commands: string) => {
    const { status, stderr } = spawnSync('bash', ['-euc', standIns + commands], { cwd: root, env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${commands}\nended with ${status}: ${stderr}`)
  }
  const moved = (name: string) =>
    readCommands(name).replaceAll('/etc/', `${etc}/`).replaceAll('/var/', `${folder}/var/`)
  return {
    folder,
    get ca() {
      return readFileSync(path.join(etc, 'letsencrypt/live/localhost/fullchain.pem'))
    },
    run: (name) => bash(moved(name)),
    useTwo: () => bash(moved('two')),
    readLog: () =>
      readFileSync(path.join(folder, 'var/log/nginx/stable-futures.log'), 'utf8').split('\n').filter(Boolean),
    stop() {
      if (existsSync(path.join(folder, 'nginx.pid'))) bash('nginx -s quit')
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** What Debian's own nginx.conf is around ours, and a server beside it that sends the same page from a file. */
function composeMain(folder: string, etc: string, ports: Ports): string {
  const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/temp/${name};`)
    .join(' ')
  const certificate = `${etc}/letsencrypt/live/localhost`
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes auto;
pid ${folder}/nginx.pid;
error_log ${folder}/var/log/nginx/error.log;
events { worker_connections 4096; }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  sendfile on;
  gzip on;
  access_log ${folder}/var/log/nginx/access.log;
  ${temps}
  # So that the check can come from many addresses.
  set_real_ip_from 127.0.0.1;
  real_ip_header X-Test-Address;
  include ${etc}/nginx/conf.d/*.conf;
  server {
    listen 127.0.0.1:${ports.bare} ssl http2;
    ssl_certificate ${certificate}/fullchain.pem;
    ssl_certificate_key ${certificate}/privkey.pem;
    ssl_session_cache shared:bare:10m;
    ssl_session_tickets off;
    access_log ${folder}/var/log/nginx/bare.log;
    root ${folder}/bare;
    gzip_static on;
  }
}
`
}
