"""The admin's screens for people who left their address ("inschrijvers")."""
