import { graphql } from '../gql/gql.ts'

export const BeginPasskeySignIn = graphql(`
  mutation BeginPasskeySignIn {
    result: beginPasskeySignIn {
      options
    }
  }
`)

export const FinishPasskeySignIn = graphql(`
  mutation FinishPasskeySignIn($input: PasskeyAnswerInput!) {
    result: finishPasskeySignIn(input: $input) {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const ProveIdentityByPasskey = graphql(`
  mutation ProveIdentityByPasskey($input: PasskeyAnswerInput!) {
    result: proveIdentityByPasskey(input: $input) {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const BeginPasskey = graphql(`
  mutation BeginPasskey {
    result: beginPasskey {
      __typename
      ... on PasskeyBegun {
        options
      }
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const AddPasskey = graphql(`
  mutation AddPasskey($input: AddPasskeyInput!) {
    result: addPasskey(input: $input) {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const RenamePasskey = graphql(`
  mutation RenamePasskey($input: RenamePasskeyInput!) {
    result: renamePasskey(input: $input) {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)

export const RemovePasskey = graphql(`
  mutation RemovePasskey($input: RemovePasskeyInput!) {
    result: removePasskey(input: $input) {
      __typename
      ... on UserError {
        message
        path
      }
    }
  }
`)
