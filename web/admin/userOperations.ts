import { graphql } from '../gql/gql.ts'

graphql(`
  fragment MemberRow on Member {
    id
    user {
      id
      name
      email
    }
    roles
    scopes
    suspendedAt
    lastSeenAt
    hasSecondFactor
  }
`)

export const UsersPage = graphql(`
  query UsersPage($search: String, $role: String, $suspended: Boolean, $after: String) {
    me {
      ...Shell
    }
    members(search: $search, role: $role, suspended: $suspended, after: $after, first: 50) {
      totalCount
      nodes {
        ...MemberRow
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
    roles {
      name
      description
    }
  }
`)

graphql(`
  fragment MemberSession on Session {
    id
    device
    address
    startedAt
    lastSeenAt
    isCurrent
  }
`)

export const MemberSessions = graphql(`
  query MemberSessions($id: ID!) {
    member(id: $id) {
      id
      joinedAt
      sessions {
        ...MemberSession
      }
    }
  }
`)

export const SetMemberRoles = graphql(`
  mutation SetMemberRoles($input: SetMemberRolesInput!) {
    result: setMemberRoles(input: $input) {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const EndMemberSessions = graphql(`
  mutation EndMemberSessions($input: EndMemberSessionsInput!) {
    result: endMemberSessions(input: $input) {
      __typename
      ... on MemberSessionsEnded {
        count
      }
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const SuspendMember = graphql(`
  mutation SuspendMember($input: SuspendMemberInput!) {
    result: suspendMember(input: $input) {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const RestoreMember = graphql(`
  mutation RestoreMember($input: RestoreMemberInput!) {
    result: restoreMember(input: $input) {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const UnlockMember = graphql(`
  mutation UnlockMember($input: UnlockMemberInput!) {
    result: unlockMember(input: $input) {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const ResetMemberSecondFactor = graphql(`
  mutation ResetMemberSecondFactor($input: UnlockMemberInput!) {
    result: resetMemberSecondFactor(input: $input) {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)
