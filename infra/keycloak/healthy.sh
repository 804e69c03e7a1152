#!/bin/bash
# The image has no curl: bash asks the management port itself.
exec 3<>/dev/tcp/127.0.0.1/9000
printf 'GET /health/ready HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' >&3
IFS= read -r -d '' answer <&3 || true
[[ $answer == 'HTTP/1.1 200'* ]]
