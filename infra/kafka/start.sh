#!/bin/bash
# One broker with users and rights: writes its properties, makes users with the storage the first time, runs Kafka.
# Passwords come from files and go to files: none stands in the list of processes.
set -euo pipefail
umask 077
LIBS=${KAFKA_LIBS:-/opt/kafka/libs}
DATA=${KAFKA_DATA:-/var/lib/kafka/data}
SECRETS=${KAFKA_SECRETS:-/run/secrets}
LOG4J=${KAFKA_LOG4J:-/opt/lien-ket/log4j2.properties}
HOST=${KAFKA_HOST:-kafka}
PORT=${KAFKA_PORT:-9092}
CONTROLLER_PORT=${KAFKA_CONTROLLER_PORT:-9093}
WORK=$(mktemp -d)
PROPERTIES=$WORK/server.properties
admin=$(<"$SECRETS/kafka-admin")
controller=$(<"$SECRETS/kafka-controller")
scram=org.apache.kafka.common.security.scram.ScramLoginModule
plain=org.apache.kafka.common.security.plain.PlainLoginModule

cat >"$PROPERTIES" <<CONFIG
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$CONTROLLER_PORT
listeners=SASL_PLAINTEXT://0.0.0.0:$PORT,CONTROLLER://127.0.0.1:$CONTROLLER_PORT
advertised.listeners=SASL_PLAINTEXT://$HOST:$PORT
controller.listener.names=CONTROLLER
inter.broker.listener.name=SASL_PLAINTEXT
listener.security.protocol.map=CONTROLLER:SASL_PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT
sasl.enabled.mechanisms=SCRAM-SHA-512
sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
sasl.mechanism.controller.protocol=PLAIN
listener.name.sasl_plaintext.sasl.enabled.mechanisms=SCRAM-SHA-512
listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config=$scram required username="admin" password="$admin";
listener.name.controller.sasl.enabled.mechanisms=PLAIN
listener.name.controller.plain.sasl.jaas.config=$plain required username="controller" password="$controller" user_controller="$controller";
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
allow.everyone.if.no.acl.found=false
super.users=User:admin;User:controller
log.dirs=$DATA
auto.create.topics.enable=false
unclean.leader.election.enable=false
default.replication.factor=1
min.insync.replicas=1
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
message.max.bytes=1048588
CONFIG

if [[ ! -e $DATA/meta.properties ]]; then
  id=$(head -c 16 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=')
  {
    printf '%s\n' -cp "$LIBS/*" kafka.tools.StorageTool format -t "$id" -c "$PROPERTIES"
    for user in admin relay service; do
      name=$([[ $user == admin ]] && echo admin || echo "lk-$user")
      printf -- '--add-scram "SCRAM-SHA-512=[name=%s,iterations=8192,password=%s]"\n' "$name" "$(<"$SECRETS/kafka-$user")"
    done
  } >"$WORK/format"
  # What it prints holds the verifiers of the passwords.
  java "@$WORK/format" >/dev/null
  rm "$WORK/format"
fi
exec java ${KAFKA_HEAP_OPTS:--Xmx512m} "-Dlog4j2.configurationFile=$LOG4J" -cp "$LIBS/*" kafka.Kafka "$PROPERTIES"
