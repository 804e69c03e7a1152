#!/usr/bin/env python3
"""Verifies an audit bundle by the steps of docs/audit-format.md §8, in code that shares nothing with libs/audit-log; needs
Python 3.9 and nothing else.

    python3 verify.py <bundle> [--policy <file>]

Prints one JSON object {"verdict", "code", "at", "faults", "page"} and ends with the verdict's exit code. It does not fold:
"page" is "unchecked" when the bundle has one (§8, step 10).
"""
import base64
import functools
import hashlib
import hmac
import io
import json
import re
import sys

EXIT = {'OK': 0, 'ERASED-FIELDS': 3, 'CANNOT-DECIDE': 4, 'INCOMPLETE': 5, 'TAMPERED': 6}
UNDECIDED = {'bundle.unreadable', 'policy.missing', 'policy.unreadable', 'policy.log', 'quorum.missing',
             'logs.missing', 'logs.quorum'}
MISSING = {'scope.missing', 'log.gap', 'stream.gap', 'stream.tail'}
LIMIT = 2**53 - 1
MAX_LINE = 2**26
NAME = r'[\x21-\x2a\x2c-\x7e]{1,200}'
NO_HASH = bytes(32)


def sha(*parts):
    return hashlib.sha256(b''.join(parts)).digest()


def node(left, right):
    return sha(b'\x01', left, right)


class Unreadable(Exception):
    pass


def need(condition):
    if not condition:
        raise Unreadable()


def unbase64(text):
    try:
        found = base64.b64decode(text, validate=True)
    except ValueError:
        raise Unreadable()
    need(base64.b64encode(found).decode('ascii') == text)
    return found


# --- Ed25519 (RFC 8032 §5.1.7), in the plain way: verification only ---
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_MINUS_1 = pow(2, (P - 1) // 4, P)


def recovered_x(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * ROOT_MINUS_1 % P
    if (x * x - square) % P != 0:
        return None
    return P - x if (x & 1) != sign else x


def point(data):
    y = int.from_bytes(data, 'little')
    sign = y >> 255
    y &= (1 << 255) - 1
    x = recovered_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def added(a, b):
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g = 2 * a[3] * b[3] * D % P
    h = 2 * a[2] * b[2] % P
    e, k, i, f = f - e, h - g, h + g, f + e
    return (e * k % P, i * f % P, k * i % P, e * f % P)


def times(scalar, one):
    total = (0, 1, 1, 0)
    while scalar > 0:
        if scalar & 1:
            total = added(total, one)
        one = added(one, one)
        scalar >>= 1
    return total


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recovered_x(BASE_Y, 0), BASE_Y, 1, recovered_x(BASE_Y, 0) * BASE_Y % P)


def packed(one):
    inverse = pow(one[2], P - 2, P)
    x, y = one[0] * inverse % P, one[1] * inverse % P
    return (y | ((x & 1) << 255)).to_bytes(32, 'little')


@functools.lru_cache(maxsize=4096)
def is_ed25519(public, message, signature):
    key = point(public)
    s = int.from_bytes(signature[32:], 'little')
    if key is None or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), 'little') % Q
    # R = sB - hA, compared by its bytes.
    negative = (P - key[0], key[1], key[2], P - key[3])
    return packed(added(times(s, BASE), times(h, negative))) == signature[:32]


# --- keys, notes, checkpoints, policies ---
def verifier_key(text, algorithm):
    found = re.fullmatch('(' + NAME + r')\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})', text)
    if not found:
        return None
    name, key_id, encoded = found.groups()
    try:
        data = unbase64(encoded)
    except Unreadable:
        return None
    if len(data) != 33 or data[0] != algorithm:
        return None
    own = sha(name.encode() + b'\n' + data)[:4]
    return (name, own, data[1:], algorithm) if own.hex() == key_id else None


def read_note(note):
    end = note.find('\n\n')
    need(end >= 0 and note.endswith('\n'))
    signatures = []
    for line in note[end + 2:-1].split('\n'):
        found = re.fullmatch('\u2014 (' + NAME + r') (\S+)', line)
        need(found)
        data = unbase64(found.group(2))
        need(len(data) > 4)
        signatures.append((found.group(1), data[:4], data[4:]))
    return note[:end + 1], signatures


def number(text):
    need(re.fullmatch('0|[1-9][0-9]{0,15}', text) and int(text) <= LIMIT)
    return int(text)


def read_checkpoint(text):
    lines = text.split('\n')
    need(len(lines) == 5 and lines[4] == '' and re.fullmatch(NAME, lines[0]))
    heads = lines[3].split(' ')
    need(len(heads) == 3 and heads[0] == 'heads')
    root, heads_root = unbase64(lines[2]), unbase64(heads[2])
    need(len(root) == 32 and len(heads_root) == 32)
    return {'origin': lines[0], 'size': number(lines[1]), 'root': root,
            'streams': number(heads[1]), 'heads': heads_root}


def is_signed(text, line, key):
    name, key_id, signature = line
    if name != key[0] or key_id != key[1]:
        return False
    if key[3] == 1:
        return len(signature) == 64 and is_ed25519(key[2], text.encode(), signature)
    if len(signature) != 72:
        return False
    time = int.from_bytes(signature[:8], 'big')
    return is_ed25519(key[2], ('cosignature/v1\ntime %d\n' % time + text).encode(), signature[8:])


def read_policy(data):
    logs, witnesses, groups, operators, quorum, keys = [], {}, {}, set(), None, []
    log_of_logs = None

    def fresh(key):
        need(key and all(key[0] != name and key[2] != public for name, public in keys))
        keys.append((key[0], key[2]))
        return key

    def unnamed(name):
        need(name != 'none' and name not in witnesses and name not in groups)

    for line in data.decode('utf-8').split('\n'):
        if line == '' or line.startswith('#'):
            continue
        word, *words = line.split(' ')
        need(words and all(re.fullmatch(r'[\x21-\x7e]{1,200}', one) for one in words))
        if word == 'log':
            need(len(words) == 1)
            logs.append(fresh(verifier_key(words[0], 1)))
        elif word == 'log-of-logs':
            need(len(words) == 1 and log_of_logs is None)
            log_of_logs = fresh(verifier_key(words[0], 1))
        elif word == 'witness':
            need(2 <= len(words) <= 3)
            unnamed(words[0])
            witnesses[words[0]] = fresh(verifier_key(words[1], 4))
        elif word == 'group':
            need(len(words) >= 3)
            name, count, *members = words
            unnamed(name)
            need(re.fullmatch('any|all|[1-9][0-9]{0,5}', count))
            wanted = 1 if count == 'any' else len(members) if count == 'all' else int(count)
            need(wanted <= len(members) == len(set(members)))
            need(all(one in witnesses or one in groups for one in members))
            groups[name] = (wanted, members)
        elif word == 'operator':
            need(len(words) == 1 and words[0] in witnesses and words[0] not in operators)
            operators.add(words[0])
        elif word == 'quorum':
            need(len(words) == 1 and quorum is None)
            need(words[0] == 'none' or words[0] in witnesses or words[0] in groups)
            quorum = words[0]
        else:
            raise Unreadable()
    need(quorum is not None)
    return {'logs': logs, 'log_of_logs': log_of_logs, 'witnesses': witnesses, 'groups': groups, 'operators': operators,
            'quorum': quorum}


def is_met(policy, name, cosigned):
    if name == 'none':
        return True
    if name in policy['groups']:
        wanted, members = policy['groups'][name]
        return sum(is_met(policy, one, cosigned) for one in members) >= wanted
    return name in cosigned and name not in policy['operators']


# --- bundle ---
PRINTABLE = '[\\x20-\\x7e\\n\u2014]+'


def members(value, *names):
    need(isinstance(value, dict) and list(value) == list(names))
    return value


def whole(value, least=0):
    need(type(value) is int and least <= value <= LIMIT)
    return value


def text(value, pattern):
    need(isinstance(value, str) and re.fullmatch(pattern, value))
    return value


def data_of(value):
    need(isinstance(value, str))
    return unbase64(value)


def hash_of(value):
    found = data_of(value)
    need(len(found) == 32)
    return found


def hashes(value):
    need(isinstance(value, list))
    return [hash_of(one) for one in value]


def read_logged(value):
    given = members(value, 'checkpoint', 'index', 'proof', 'note', 'consistency')
    for name in ('checkpoint', 'note'):
        text(given[name], PRINTABLE)
    return {'hub': read_signed(given['checkpoint']), 'index': whole(given['index']), 'proof': hashes(given['proof']),
            'bytes': given['note'].encode('utf-8'), 'own': read_signed(given['note']),
            'consistency': hashes(given['consistency'])}


def read_signed(written):
    note = read_note(written)
    return note, read_checkpoint(note[0])


def read_bundle(raw):
    written = raw.decode('utf-8')
    given = json.loads(written)
    need(json.dumps(given, separators=(',', ':'), ensure_ascii=False) + '\n' == written)
    extra = [name for name in ('page', 'keys', 'logOfLogs') if isinstance(given, dict) and name in given]
    members(given, 'format', 'scope', 'key', 'checkpoint', 'streams', 'events', *extra)
    need(given['format'] == 'lien-ket-audit-bundle/1')
    scope = given['scope']
    need(isinstance(scope, dict) and scope.get('kind') in ('plan', 'activity', 'log'))
    if scope['kind'] == 'log':
        members(scope, 'kind')
    else:
        members(scope, 'kind', 'id')
        text(scope['id'], r'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}')
    for name in ('key', 'checkpoint'):
        text(given[name], PRINTABLE)
    need(isinstance(given['streams'], list) and isinstance(given['events'], list))
    streams = []
    for one in given['streams']:
        members(one, 'stream', 'revision', 'leaf', 'index', 'proof')
        streams.append({'stream': text(one['stream'], '[A-Za-z0-9-]{1,120}'), 'revision': whole(one['revision']),
                        'leaf': hash_of(one['leaf']), 'index': whole(one['index']), 'proof': hashes(one['proof'])})
    events = []
    for one in given['events']:
        members(one, 'seq', 'stream', 'revision', 'recordedAt', 'previous', 'header', 'data', 'proof')
        events.append({'seq': whole(one['seq'], 1), 'stream': text(one['stream'], '[A-Za-z0-9-]{1,120}'),
                       'revision': whole(one['revision']), 'recordedAt': whole(one['recordedAt']),
                       'previous': hash_of(one['previous']), 'header': data_of(one['header']),
                       'data': data_of(one['data']), 'proof': hashes(one['proof'])})
    if 'page' in given:
        need(scope['kind'] == 'plan')
        page = members(given['page'], 'asOf', 'state', 'text')
        text(page['asOf'], r'[0-9]{4}-[0-9]{2}-[0-9]{2}')
        data_of(page['state'])
        data_of(page['text'])
    keys = []
    if 'keys' in given:
        need(isinstance(given['keys'], list) and given['keys'])
        for one in given['keys']:
            members(one, 'kid', 'key')
            text(one['kid'], r'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}')
            keys.append((one['kid'], None if one['key'] is None else hash_of(one['key'])))
        need(all(a[0] < b[0] for a, b in zip(keys, keys[1:])))
    names = [one['stream'] for one in streams]
    if scope['kind'] == 'log':
        need(not names and all(not one['proof'] for one in events))
    else:
        need(all(a < b for a, b in zip(names, names[1:])) and all(one['stream'] in names for one in events))
    return {'scope': scope, 'key': given['key'], 'checkpoint': given['checkpoint'],
            'streams': streams, 'events': events, 'keys': keys, 'page': 'page' in given,
            'logged': read_logged(given['logOfLogs']) if 'logOfLogs' in given else None}


# --- a whole log in lines ---
LOG_START = b'{"format":"lien-ket-audit-bundle/2",'
NUMBER = rb'(0|[1-9][0-9]{0,15})'
BYTES = rb'([A-Za-z0-9+/=]*)'
EVENT_LINE = re.compile(rb'\{"seq":' + NUMBER + rb',"stream":"([A-Za-z0-9-]{1,120})","revision":' + NUMBER
                        + rb',"recordedAt":' + NUMBER + rb',"previous":"' + BYTES + rb'","header":"' + BYTES
                        + rb'","data":"' + BYTES + rb'"\}')
GONE_LINE = re.compile(rb'\{"gone":"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"\}')


def read_log_head(line):
    written = line.decode('utf-8')
    given = json.loads(written)
    need(json.dumps(given, separators=(',', ':'), ensure_ascii=False) == written)
    extra = ['logOfLogs'] if isinstance(given, dict) and 'logOfLogs' in given else []
    members(given, 'format', 'scope', 'key', 'checkpoint', *extra)
    need(members(given['scope'], 'kind')['kind'] == 'log')
    for name in ('key', 'checkpoint'):
        text(given[name], PRINTABLE)
    return {'scope': given['scope'], 'key': given['key'], 'checkpoint': given['checkpoint'], 'page': False,
            'logged': read_logged(given['logOfLogs']) if extra else None}


def read_event_line(line):
    found = EVENT_LINE.fullmatch(line)
    need(found)
    seq, stream, revision, recorded, previous, header, data = found.groups()
    event = {'seq': int(seq), 'stream': stream.decode('ascii'), 'revision': int(revision),
             'recordedAt': int(recorded), 'previous': unbase64(previous.decode('ascii')),
             'header': unbase64(header.decode('ascii')), 'data': unbase64(data.decode('ascii'))}
    need(event['seq'] >= 1 and len(event['previous']) == 32)
    need(max(event['seq'], event['revision'], event['recordedAt']) <= LIMIT)
    return event


def lines_of(file):
    while True:
        line = file.readline(MAX_LINE + 1)
        if line == b'':
            return
        need(line.endswith(b'\n'))
        yield line[:-1]


# --- leaves and trees ---
def stream_hash(name):
    return sha(b'lk-stream/1\n', name.encode())


def leaf_hash(event):
    """None where the header is none."""
    try:
        header = json.loads(event['header'].decode('utf-8'))
    except (ValueError, RecursionError):
        return None
    if not isinstance(header, dict):
        return None
    event_id, kind = header.get('id'), header.get('type')
    if not isinstance(event_id, str) or not isinstance(kind, str):
        return None
    if not re.fullmatch('[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', event_id):
        return None
    if not re.fullmatch(r'[\x21-\x7e]{1,200}', kind):
        return None
    return sha(b'\x00\x01\x01', event['seq'].to_bytes(8, 'big'), stream_hash(event['stream']),
               event['revision'].to_bytes(8, 'big'), bytes.fromhex(event_id.replace('-', '')),
               event['recordedAt'].to_bytes(8, 'big'), sha(event['header']), sha(event['data']),
               event['previous'], len(kind).to_bytes(2, 'big'), kind.encode('ascii'))


def head_hash(stream, revision, leaf):
    return sha(b'\x00', stream_hash(stream), revision.to_bytes(8, 'big'), leaf)


def is_included(index, size, leaf, root, proof):
    if index >= size or len(proof) > 63:
        return False
    fn, sn, found = index, size - 1, leaf
    for one in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            found = node(one, found)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            found = node(found, one)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and found == root


def push(peaks, leaf):
    height = 0
    while peaks and peaks[-1][0] == height:
        leaf, height = node(peaks.pop()[1], leaf), height + 1
    peaks.append((height, leaf))


def root_of_peaks(peaks):
    if not peaks:
        return sha(b'')
    found = peaks[-1][1]
    for _, left in reversed(peaks[:-1]):
        found = node(left, found)
    return found


def root_of(leaves):
    peaks = []
    for leaf in leaves:
        push(peaks, leaf)
    return root_of_peaks(peaks)


def is_consistent(first, second, first_root, second_root, proof):
    if not 1 <= first <= second or len(proof) > 63:
        return False
    if first == second:
        return not proof and first_root == second_root
    path = ([first_root] if first & (first - 1) == 0 else []) + proof
    if not proof or not path:
        return False
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for one in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node(one, fr), node(one, sr)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node(sr, one)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and fr == first_root and sr == second_root


# --- the steps of §8 ---
def of_trust(bundle, note, checkpoint, policy_data):
    faults, policy, known = [], None, None
    origin = checkpoint['origin']
    if policy_data is None:
        faults.append(('policy.missing', None))
    else:
        try:
            policy = read_policy(policy_data)
        except (Unreadable, ValueError):
            faults.append(('policy.unreadable', None))
    if policy:
        known = next((one for one in policy['logs'] if one[0] == origin), None)
        own = verifier_key(bundle['key'], 1)
        if not known:
            faults.append(('policy.log', origin))
        elif own != known:
            faults.append(('bundle.key', origin))
    key = known or verifier_key(bundle['key'], 1)
    if not is_signed_once(note, origin, key):
        faults.append(('checkpoint.signature', origin))
    if policy:
        faults += of_witnesses(note, policy, 'cosignature.invalid', 'quorum.missing')
    return faults, policy, key


def is_signed_once(note, origin, key):
    ours = [line for line in note[1] if line[0] == origin]
    return bool(key) and key[0] == origin and len(ours) == 1 and is_signed(note[0], ours[0], key)


def of_witnesses(note, policy, invalid, missing):
    faults, cosigned = [], set()
    for name, witness in policy['witnesses'].items():
        found = [line for line in note[1] if line[0] == witness[0]]
        if len(found) == 1 and is_signed(note[0], found[0], witness):
            cosigned.add(name)
        elif found:
            faults.append((invalid, name))
    if not is_met(policy, policy['quorum'], cosigned):
        faults.append((missing, policy['quorum']))
    return faults


def of_logs(logged, note, checkpoint, policy, key):
    """Step 12."""
    origin, hub_key = checkpoint['origin'], policy and policy['log_of_logs']
    if not logged:
        return [('logs.missing', origin)] if hub_key else []
    faults, (hub_note, hub), (own_note, own) = [], logged['hub'], logged['own']
    if hub_key:
        if hub_key[0] != hub['origin'] or not is_signed_once(hub_note, hub['origin'], hub_key):
            faults.append(('logs.signature', hub['origin']))
        faults += of_witnesses(hub_note, policy, 'logs.cosignature', 'logs.quorum')
    leaf = sha(b'\x00\x01\x02', logged['bytes'])
    if not is_included(logged['index'], hub['size'], leaf, hub['root'], logged['proof']):
        faults.append(('logs.inclusion', origin))
    is_ours = own['origin'] == origin and len(own_note[1]) == 1 and is_signed_once(own_note, origin, key)
    if not is_ours or own['size'] < checkpoint['size']:
        faults.append(('logs.checkpoint', origin))
    elif own['size'] == checkpoint['size']:
        if own_note[0] != note[0] or logged['consistency']:
            faults.append(('logs.fork', origin))
    elif not is_consistent(checkpoint['size'], own['size'], checkpoint['root'], own['root'], logged['consistency']):
        faults.append(('logs.fork', origin))
    return faults


class Chain:
    """The events of one stream, in the order of the file."""

    def __init__(self):
        self.revision, self.leaf, self.codes = -1, None, ()

    def add(self, event, leaf):
        expected = self.revision + 1
        if event['revision'] < expected:
            self.found('stream.order')
        if event['revision'] > expected:
            self.found('stream.gap')
        if event['revision'] == expected and event['previous'] != (self.leaf if expected else NO_HASH):
            self.found('stream.chain')
        self.revision, self.leaf = event['revision'], leaf

    def found(self, code):
        if code not in self.codes:
            self.codes += (code,)


class Log:
    """Steps 5 to 9 of a whole log, an event at a time."""

    def __init__(self, checkpoint):
        self.checkpoint, self.chains, self.peaks, self.headless = checkpoint, {}, [], []
        self.count = self.last = 0
        self.disorder = self.beyond = self.missing = None

    def add(self, event):
        seq, leaf = event['seq'], leaf_hash(event)
        if self.disorder is None and self.count > 0 and seq <= self.last:
            self.disorder = seq
        if self.beyond is None and seq > self.checkpoint['size']:
            self.beyond = seq
        self.count += 1
        if self.missing is None and seq != self.count:
            self.missing = self.count
        self.last = seq
        if leaf is None:
            self.headless.append(('event.header', seq))
        push(self.peaks, leaf or NO_HASH)
        chain = self.chains.get(event['stream'])
        if chain is None:
            chain = self.chains[event['stream']] = Chain()
        chain.add(event, leaf)

    def faults(self):
        found = [] if self.disorder is None else [('event.order', self.disorder)]
        found += self.headless + self.of_log()
        return found + [(code, stream) for stream, chain in self.chains.items() for code in chain.codes]

    def of_log(self):
        size = self.checkpoint['size']
        if self.beyond is not None:
            return [('log.beyond', self.beyond)]
        if self.count < size:
            return [('log.gap', self.missing or self.count + 1)]
        found = []
        if root_of_peaks(self.peaks) != self.checkpoint['root']:
            found.append(('log.root', size))
        ends = sorted(stream_hash(stream) + chain.revision.to_bytes(8, 'big') + (chain.leaf or NO_HASH)
                      for stream, chain in self.chains.items())
        heads = root_of(sha(b'\x00', entry) for entry in ends)
        if len(ends) != self.checkpoint['streams'] or heads != self.checkpoint['heads']:
            found.append(('log.heads', size))
        return found


def of_contents(bundle, checkpoint):
    events, streams, scope = bundle['events'], bundle['streams'], bundle['scope']
    if scope['kind'] == 'log':
        log = Log(checkpoint)
        for event in events:
            log.add(event)
        return log.faults()
    size, faults, chains = checkpoint['size'], [], {one['stream']: Chain() for one in streams}
    for one, after in zip(events, events[1:]):
        if one['seq'] >= after['seq']:
            faults.append(('event.order', after['seq']))
            break
    for event in events:
        leaf = leaf_hash(event)
        chains[event['stream']].add(event, leaf)
        if leaf is None:
            faults.append(('event.header', event['seq']))
        elif not is_included(event['seq'] - 1, size, leaf, checkpoint['root'], event['proof']):
            faults.append(('event.inclusion', event['seq']))
    for one in streams:
        entry = head_hash(one['stream'], one['revision'], one['leaf'])
        if not is_included(one['index'], checkpoint['streams'], entry, checkpoint['heads'], one['proof']):
            faults.append(('stream.head', one['stream']))
    own = scope['kind'] + '-' + scope['id']
    if own not in chains:
        faults.append(('scope.missing', own))
    for stream, chain in chains.items():
        faults += [(code, stream) for code in chain.codes]
    for one in streams:
        chain = chains[one['stream']]
        if chain.revision < one['revision']:
            faults.append(('stream.tail', one['stream']))
        elif chain.revision > one['revision']:
            faults.append(('stream.beyond', one['stream']))
        elif chain.leaf != one['leaf']:
            faults.append(('stream.head', one['stream']))
    return faults


def sealed_fields(data):
    found = []

    def look(value):
        if isinstance(value, dict):
            if value.get('$pii') == 1 and value.get('$pii') is not True \
                    and all(isinstance(value.get(name), str) for name in ('kid', 'event', 'path', 'cm')):
                found.append(value)
            for one in value.values():
                look(one)
        elif isinstance(value, list):
            for one in value:
                look(one)

    try:
        look(json.loads(data.decode('utf-8')))
    except (ValueError, RecursionError):
        return []
    return found


def commitment(key, field):
    def mac(secret, *parts):
        return hmac.new(secret, b''.join(parts), hashlib.sha256).digest()
    info = ('lk-pii-1 ' + field['path']).encode()
    extracted = mac(field['event'].encode(), key)
    return mac(extracted, mac(extracted, info, b'\x01'), info, b'\x02')


def of_keys(bundle):
    if not bundle['keys']:
        return []
    sealed, faults = [one for event in bundle['events'] for one in sealed_fields(event['data'])], []
    for kid, key in bundle['keys']:
        fields = [one for one in sealed if one['kid'] == kid]
        if not fields:
            faults.append(('key.unknown', kid))
        elif key is None:
            faults.append(('field.erased', kid))
        elif any(base64.b64encode(commitment(key, one)).decode() != one['cm'] for one in fields):
            faults.append(('key.commitment', kid))
    return faults


UNREADABLE = [('bundle.unreadable', None)], False


def vouched(bundle, note, checkpoint, policy_data, contents):
    """Steps 2 to 4 and 12 around what was found in the contents."""
    faults, policy, key = of_trust(bundle, note, checkpoint, policy_data)
    return faults + contents + of_logs(bundle['logged'], note, checkpoint, policy, key), bundle['page']


def verify_log(file, policy_data):
    gone, awaited, log = {}, set(), None
    try:
        for line in lines_of(file):
            if log is None:
                bundle = read_log_head(line)
                note, checkpoint = read_signed(bundle['checkpoint'])
                log = Log(checkpoint)
                continue
            found = GONE_LINE.fullmatch(line)
            if found:
                kid = found.group(1).decode('ascii')
                need(kid not in gone)
                gone[kid] = True
                awaited.add(kid)
                continue
            event = read_event_line(line)
            log.add(event)
            if awaited:
                awaited -= {one['kid'] for one in sealed_fields(event['data'])}
        need(log)
    except (Unreadable, ValueError, RecursionError):
        return UNREADABLE
    erased = [('key.unknown' if kid in awaited else 'field.erased', kid) for kid in gone]
    return vouched(bundle, note, checkpoint, policy_data, log.faults() + erased)


def verify(file, policy_data):
    start = file.read(len(LOG_START))
    if start == LOG_START:
        file.seek(0)
        return verify_log(file, policy_data)
    try:
        bundle = read_bundle(start + file.read())
        note, checkpoint = read_signed(bundle['checkpoint'])
    except (Unreadable, ValueError, RecursionError):
        return UNREADABLE
    return vouched(bundle, note, checkpoint, policy_data, of_contents(bundle, checkpoint) + of_keys(bundle))


def verdict_of(code):
    if code == 'field.erased':
        return 'ERASED-FIELDS'
    return 'CANNOT-DECIDE' if code in UNDECIDED else 'INCOMPLETE' if code in MISSING else 'TAMPERED'


def report(found):
    faults, has_page = found
    worst = max((EXIT[verdict_of(code)] for code, _ in faults), default=0)
    first = next((one for one in faults if EXIT[verdict_of(one[0])] == worst), (None, None))
    verdict = verdict_of(first[0]) if first[0] else 'OK'
    at = None if first[1] is None else str(first[1])
    return {'verdict': verdict, 'code': first[0], 'at': at, 'faults': len(faults),
            'page': 'unchecked' if has_page else 'none'}


def main(arguments):
    if len(arguments) == 1 and arguments[0] == '--lines':
        # Bundle and policy in base64, by a space, one pair a line; a policy `-` is none. For whoever has many.
        for line in sys.stdin:
            bundle, policy = line.rstrip('\n').split(' ')  # an empty file leaves nothing before the blank
            given = None if policy == '-' else base64.b64decode(policy)
            print(json.dumps(report(verify(io.BytesIO(base64.b64decode(bundle)), given))), flush=True)
        return 0
    if len(arguments) not in (1, 3) or arguments[0].startswith('-') or (arguments[1:2] or ['--policy']) != ['--policy']:
        print(__doc__, file=sys.stderr)
        return 2
    policy = None
    if len(arguments) == 3:
        with open(arguments[2], 'rb') as file:
            policy = file.read()
    with open(arguments[0], 'rb') as file:
        found = report(verify(file, policy))
    print(json.dumps(found))
    return EXIT[found['verdict']]


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
