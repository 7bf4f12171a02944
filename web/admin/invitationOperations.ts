import { graphql } from '../gql/gql.ts'

graphql(`
  fragment InvitationRow on Invitation {
    id
    email
    roles
    status
    invitedBy {
      id
      name
    }
    createdAt
    expiresAt
  }
`)

export const InvitationsPage = graphql(`
  query InvitationsPage {
    me {
      ...Shell
    }
    invitations {
      ...InvitationRow
    }
    roles {
      name
      description
    }
  }
`)

export const InviteMember = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    result: inviteMember(input: $input) {
      __typename
      ... on InvitationSaved {
        invitation {
          id
          email
        }
      }
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const ResendInvitation = graphql(`
  mutation ResendInvitation($input: OneInvitationInput!) {
    result: resendInvitation(input: $input) {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const RevokeInvitation = graphql(`
  mutation RevokeInvitation($input: OneInvitationInput!) {
    result: revokeInvitation(input: $input) {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)
