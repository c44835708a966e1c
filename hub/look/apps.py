from django.apps import AppConfig


class LookConfig(AppConfig):
    name = "hub.look"
    label = "look"
