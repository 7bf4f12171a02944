import { graphql } from '../gql/gql.ts'

export const SecurityPage = graphql(`
  query SecurityPage {
    me {
      ...Shell
      isEmailVerified
      passkeys {
        ...OwnPasskey
      }
      secondFactor {
        confirmedAt
        backupCodesLeft
      }
      sessions {
        ...OwnSession
      }
    }
  }
`)

graphql(`
  fragment OwnPasskey on Passkey {
    id
    name
    isSynced
    createdAt
    lastUsedAt
  }
`)

graphql(`
  fragment OwnSession on Session {
    id
    device
    address
    startedAt
    lastSeenAt
    isCurrent
  }
`)

export const BeginSecondFactor = graphql(`
  mutation BeginSecondFactor {
    result: beginSecondFactor {
      __typename
      ... on SecondFactorBegun {
        secret
        uri
      }
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const ConfirmSecondFactor = graphql(`
  mutation ConfirmSecondFactor($input: ConfirmSecondFactorInput!) {
    result: confirmSecondFactor(input: $input) {
      __typename
      ... on BackupCodes {
        codes
      }
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const RenewBackupCodes = graphql(`
  mutation RenewBackupCodes {
    result: renewBackupCodes {
      __typename
      ... on BackupCodes {
        codes
      }
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const RemoveSecondFactor = graphql(`
  mutation RemoveSecondFactor {
    result: removeSecondFactor {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const EndSession = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    result: endSession(input: $input) {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const EndOtherSessions = graphql(`
  mutation EndOtherSessions {
    result: endOtherSessions {
      __typename
      ... on OtherSessionsEnded {
        count
      }
      ... on UserError {
        message
        path
      }
    }
  }
`)
