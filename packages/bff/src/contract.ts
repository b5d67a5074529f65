// The contract again, so that a host app needs one package on its server.
export * from '@adpane/contract'
