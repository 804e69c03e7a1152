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
import json
import re
import sys

EXIT = {'OK': 0, 'ERASED-FIELDS': 3, 'CANNOT-DECIDE': 4, 'INCOMPLETE': 5, 'TAMPERED': 6}
UNDECIDED = {'bundle.unreadable', 'policy.missing', 'policy.unreadable', 'policy.log', 'quorum.missing'}
MISSING = {'scope.missing', 'log.gap', 'stream.gap', 'stream.tail'}
LIMIT = 2**53 - 1
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
    return {'logs': logs, 'witnesses': witnesses, 'groups': groups, 'operators': operators, 'quorum': quorum}


def is_met(policy, name, cosigned):
    if name == 'none':
        return True
    if name in policy['groups']:
        wanted, members = policy['groups'][name]
        return sum(is_met(policy, one, cosigned) for one in members) >= wanted
    return name in cosigned and name not in policy['operators']


# --- bundle ---
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


def read_bundle(raw):
    written = raw.decode('utf-8')
    given = json.loads(written)
    need(json.dumps(given, separators=(',', ':'), ensure_ascii=False) + '\n' == written)
    extra = [name for name in ('page', 'keys') if isinstance(given, dict) and name in given]
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
        text(given[name], '[\\x20-\\x7e\\n\u2014]+')
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
            'streams': streams, 'events': events, 'keys': keys, 'page': 'page' in given}


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


def root_of(leaves):
    peaks = []
    for leaf in leaves:
        height = 0
        while peaks and peaks[-1][0] == height:
            leaf, height = node(peaks.pop()[1], leaf), height + 1
        peaks.append((height, leaf))
    if not peaks:
        return sha(b'')
    found = peaks.pop()[1]
    while peaks:
        found = node(peaks.pop()[1], found)
    return found


# --- the steps of §8 ---
def of_trust(bundle, note, checkpoint, policy_data):
    faults, policy, known = [], None, None
    signed_text, lines = note
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
    ours = [line for line in lines if line[0] == origin]
    if not key or key[0] != origin or len(ours) != 1 or not is_signed(signed_text, ours[0], key):
        faults.append(('checkpoint.signature', origin))
    if policy:
        cosigned = set()
        for name, witness in policy['witnesses'].items():
            found = [line for line in lines if line[0] == witness[0]]
            if len(found) == 1 and is_signed(signed_text, found[0], witness):
                cosigned.add(name)
            elif found:
                faults.append(('cosignature.invalid', name))
        if not is_met(policy, policy['quorum'], cosigned):
            faults.append(('quorum.missing', policy['quorum']))
    return faults


def of_log(events, leaves, by_stream, checkpoint):
    beyond = [one['seq'] for one in events if one['seq'] > checkpoint['size']]
    if beyond:
        return [('log.beyond', beyond[0])]
    if len(events) < checkpoint['size']:
        missing = next((at for at, one in enumerate(events, 1) if one['seq'] != at), len(events) + 1)
        return [('log.gap', missing)]
    faults = []
    if root_of([leaf or NO_HASH for leaf in leaves]) != checkpoint['root']:
        faults.append(('log.root', checkpoint['size']))
    ends = [(stream_hash(stream), chain[-1][0]['revision'], chain[-1][1] or NO_HASH)
            for stream, chain in by_stream.items()]
    heads = [sha(b'\x00', stream, revision.to_bytes(8, 'big'), leaf) for stream, revision, leaf in sorted(ends)]
    if len(heads) != checkpoint['streams'] or root_of(heads) != checkpoint['heads']:
        faults.append(('log.heads', checkpoint['size']))
    return faults


def of_chain(stream, chain):
    found, before = [], None
    for event, leaf in chain:
        expected = before[0] + 1 if before else 0
        if event['revision'] < expected:
            found.append('stream.order')
        if event['revision'] > expected:
            found.append('stream.gap')
        if event['revision'] == expected:
            if event['previous'] != (before[1] if before else NO_HASH):
                found.append('stream.chain')
        before = (event['revision'], leaf)
    return [(code, stream) for code in dict.fromkeys(found)]


def of_contents(bundle, checkpoint):
    events, streams, scope = bundle['events'], bundle['streams'], bundle['scope']
    size, is_log, faults = checkpoint['size'], scope['kind'] == 'log', []
    leaves = [leaf_hash(one) for one in events]
    for one, after in zip(events, events[1:]):
        if one['seq'] >= after['seq']:
            faults.append(('event.order', after['seq']))
            break
    by_stream = {one['stream']: [] for one in streams}
    for event, leaf in zip(events, leaves):
        by_stream.setdefault(event['stream'], []).append((event, leaf))
        if leaf is None:
            faults.append(('event.header', event['seq']))
        elif not is_log and not is_included(event['seq'] - 1, size, leaf, checkpoint['root'], event['proof']):
            faults.append(('event.inclusion', event['seq']))
    if is_log:
        faults += of_log(events, leaves, by_stream, checkpoint)
    else:
        for one in streams:
            entry = head_hash(one['stream'], one['revision'], one['leaf'])
            if not is_included(one['index'], checkpoint['streams'], entry, checkpoint['heads'], one['proof']):
                faults.append(('stream.head', one['stream']))
        own = scope['kind'] + '-' + scope['id']
        if own not in by_stream:
            faults.append(('scope.missing', own))
    for stream, chain in by_stream.items():
        faults += of_chain(stream, chain)
    for one in streams:
        chain = by_stream[one['stream']]
        last = chain[-1][0]['revision'] if chain else -1
        if last < one['revision']:
            faults.append(('stream.tail', one['stream']))
        elif last > one['revision']:
            faults.append(('stream.beyond', one['stream']))
        elif chain[-1][1] != one['leaf']:
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


def verify(raw, policy_data):
    try:
        bundle = read_bundle(raw)
        note = read_note(bundle['checkpoint'])
        checkpoint = read_checkpoint(note[0])
    except (Unreadable, ValueError, RecursionError):
        return [('bundle.unreadable', None)], False
    faults = of_trust(bundle, note, checkpoint, policy_data) + of_contents(bundle, checkpoint) + of_keys(bundle)
    return faults, bundle['page']


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
            print(json.dumps(report(verify(base64.b64decode(bundle), given))), flush=True)
        return 0
    if len(arguments) not in (1, 3) or arguments[0].startswith('-') or (arguments[1:2] or ['--policy']) != ['--policy']:
        print(__doc__, file=sys.stderr)
        return 2
    with open(arguments[0], 'rb') as file:
        raw = file.read()
    policy = None
    if len(arguments) == 3:
        with open(arguments[2], 'rb') as file:
            policy = file.read()
    found = report(verify(raw, policy))
    print(json.dumps(found))
    return EXIT[found['verdict']]


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
