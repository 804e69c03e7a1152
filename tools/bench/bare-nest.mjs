// The least that Nest on Fastify does: JSON in, JSON out. Run as a process of its own: bare-nest.mjs <port>.
import 'reflect-metadata';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

class BareController {
  answer(body) {
    return { id: body.id, revision: 0 };
  }
}
Body()(BareController.prototype, 'answer', 0);
Post('bare')(
  BareController.prototype,
  'answer',
  Object.getOwnPropertyDescriptor(BareController.prototype, 'answer'),
);
Controller()(BareController);

class BareModule {}
Module({ controllers: [BareController] })(BareModule);

const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: false });
await app.listen(Number(process.argv[2]), '127.0.0.1');
console.log('ready');
process.on('SIGTERM', () => process.exit(0));
