import type { MemberOnDay, RosterChange, WorkingGroupData, WorkingGroupView } from '@lien-ket/contracts';
import { addDays, unreachable, uuidFrom } from '@lien-ket/kernel';

/** Changes by one document, in force from a day. */
export type DatedChange = WorkingGroupView['changes'][number];
export type Roster = WorkingGroupView['teams'];

/** Everybody who ever was on the roster, in its order, with first and last day and the present task. */
export function rosterOf(data: WorkingGroupData, changes: readonly DatedChange[]): Roster {
  const established = data.teams.map(({ id, name, members }) => ({
    id,
    name,
    members: members.map((member, at): MemberOnDay => {
      const { from = null, to = null } = member;
      return { ...member, id: member.id ?? uuidFrom('member', id, String(at)), from, to };
    }),
  }));
  return changes
    .toSorted((a, b) => (a.effectiveOn === b.effectiveOn ? 0 : a.effectiveOn < b.effectiveOn ? -1 : 1))
    .reduce<Roster>(
      (roster, { effectiveOn, changes: made }) =>
        made.reduce((now, change) => changed(now, change, effectiveOn), roster),
      established,
    );
}

/** Who is a member on a day, by what was decided for that day or before. */
export function rosterOn(data: WorkingGroupData, changes: readonly DatedChange[], day: string): Roster {
  const made = changes.filter(({ effectiveOn }) => effectiveOn <= day);
  return rosterOf(data, made).map(({ members, ...team }) => ({
    ...team,
    members: members.filter(({ from, to }) => (from ?? day) <= day && day <= (to ?? day)),
  }));
}

function changed(roster: Roster, change: RosterChange, on: string): Roster {
  switch (change.op) {
    case 'join':
      return roster.map((team) =>
        team.id === change.teamId ? { ...team, members: joined(team.members, change, on) } : team,
      );
    case 'leave':
      return withMember(roster, change.memberId, (member) => ({ ...member, to: addDays(on, -1) }));
    case 'change': {
      const { role, title } = change;
      return withMember(roster, change.memberId, (member) => ({
        ...member,
        role: role ?? member.role,
        title: title ?? member.title,
      }));
    }
  }
  return unreachable(change);
}

function joined(
  members: readonly MemberOnDay[],
  { member, afterMemberId }: Extract<RosterChange, { op: 'join' }>,
  from: string,
): readonly MemberOnDay[] {
  const after = members.findIndex(({ id }) => id === afterMemberId);
  return members.toSpliced(after < 0 ? members.length : after + 1, 0, { ...member, from, to: null });
}

function withMember(roster: Roster, id: string, become: (member: MemberOnDay) => MemberOnDay): Roster {
  return roster.map((team) => ({
    ...team,
    members: team.members.map((member) => (member.id === id ? become(member) : member)),
  }));
}
