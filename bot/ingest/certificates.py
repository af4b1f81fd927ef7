"""a secure connection that failed -> what is wrong with the site's certificate."""

import ssl

from bot.errors import FetchFault

OF_CODE = {  # of OpenSSL's checks (X509_V_ERR_...)
    9: FetchFault.TLS_EXPIRED,  # not valid yet
    10: FetchFault.TLS_EXPIRED,
    18: FetchFault.TLS_UNKNOWN,  # signed by itself
    19: FetchFault.TLS_UNKNOWN,  # by an authority that signed itself and that nobody knows
    20: FetchFault.TLS_UNKNOWN,  # by an authority that is not there
    21: FetchFault.TLS_UNKNOWN,  # the site left out the certificates between
    62: FetchFault.TLS_NAME,
    64: FetchFault.TLS_NAME,  # an address in the place of a name
}


def name_tls_fault(error: BaseException | None) -> FetchFault:
    """What is wrong with a certificate; TLS where it is something else of the connection.

    >>> name_tls_fault(ssl.SSLError("handshake failure"))
    <FetchFault.TLS: 'no secure connection'>
    """
    if isinstance(error, ssl.SSLCertVerificationError):
        return OF_CODE.get(error.verify_code, FetchFault.TLS)
    return FetchFault.TLS
